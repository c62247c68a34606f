// This file is generated from the list of events. Do not edit.
analytics.track("viewed_product");
