const path = require("path");

const appPath = path.join(__dirname, "client", "app");

module.exports = {
  resolve: {
    alias: { "@": appPath, ".~": path.resolve(process.cwd(), "client"), extensions: require.resolve("left-out"), only$: path.resolve("client/pages/only.js") },
    modules: [path.resolve(process.cwd(), "client"), "node_modules"],
  },
};
