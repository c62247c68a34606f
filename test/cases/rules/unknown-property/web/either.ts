// What none of the events has that it may be is told of all of them.
declare const isShared: boolean;
analytics.track(isShared ? "Shared Product" : "Viewed Product", { product_id: "p_1", shelf: 3 });
