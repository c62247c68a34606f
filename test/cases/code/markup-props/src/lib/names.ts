export const Names = { shared: "Cart Shared", kept: "Cart Kept" } as const;
