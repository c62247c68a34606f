// What shops tell Piwik PRO is named by its method.
export const push = (data: unknown[]) => {
  const _paq = ((window as any)._paq = (window as any)._paq || []);
  _paq.push(data);
};

push(["ecommerceAddToCart", [{ sku: "1" }]]);
push(["setUserId", "1"]);
