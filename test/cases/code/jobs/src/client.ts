import { createTRPCProxyClient, httpLink } from "@trpc/client";

export const createShop = () => createTRPCProxyClient({ links: [httpLink({ url: "/" })] });
export type Shop = ReturnType<typeof createShop>;
