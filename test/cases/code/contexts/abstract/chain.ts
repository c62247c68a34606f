// What stands for itself ends somewhere.
export class Chain {
  constructor(private readonly above?: Chain) {}
  get root(): Chain {
    return this.above?.root ?? this;
  }
  emitEvent(name: string) {
    console.log(name);
  }
}
export function raise(parent: Chain) {
  parent.root.emitEvent("Chain Raised");
}
