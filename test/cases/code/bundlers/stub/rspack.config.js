// Two builds: the extension leaves the library out, the application has it.
const path = require("node:path");
const app = { resolve: { alias: { analytics: path.resolve(__dirname, "src/own.js") } } };
const extension = {
  resolve: {
    alias: { ...app.resolve.alias, "amplitude-js": path.resolve(__dirname, "src/no-amplitude.js") },
  },
};
module.exports = [app, extension];
