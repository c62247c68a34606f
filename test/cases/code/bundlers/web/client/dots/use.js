import { shown } from ".~/dots/shown";
shown("Dots Shown");
