import { fileURLToPath, URL } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^~desk\//, replacement: fileURLToPath(new URL("./source/", import.meta.url)) },
      { find: "shared", replacement: `${__dirname}/shared` },
    ],
  },
});
