class Pings {
  ping(type) {
    return this.line.run(async () => {
      if (type === "installed") await this.installed();
    });
  }
  installed() {
    return this.count("installs");
  }
  count(key) {
    return this.store.add(key);
  }
}
export const pings = new Pings();
