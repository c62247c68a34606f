import { steps } from "@shop/steps";
export const useSteps = () => steps.ofShop();
