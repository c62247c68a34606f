// What a destination allows: the limits and reserved names that rules hold a plan to, as plain data.

/** A name with a meaning of its own at the destination. */
export type ReservedName = {
  /** What the destination does with it, as the end of a sentence that begins with the name. */
  readonly meaning: string;
  /**
   * The kinds of values that it may be declared with; undefined where no plan may declare it. A word of the plan
   * language: `string`, `email`, `phone`, `boolean`, `timestamp`, `object`.
   */
  readonly declaredAs: readonly string[] | undefined;
};

/** A destination of events and people. Sizes are in bytes of UTF-8. */
export type Destination = {
  readonly id: string;
  /** As it calls itself. */
  readonly title: string;
  readonly limits: {
    readonly eventNameBytes: number;
    /** The whole payload of one event. */
    readonly eventDataBytes: number;
    readonly personIdBytes: number;
    readonly attributeNameBytes: number;
    readonly attributeValueBytes: number;
    /** How many attributes one person may have. */
    readonly attributesPerPerson: number;
    /** One request about one person or event in the Pipelines and batch APIs. */
    readonly callBytes: number;
  };
  /** Event names that the destination sends or reads itself. */
  readonly operationalEvents: ReadonlyMap<string, string>;
  /** Properties of an event that change what a campaign does. */
  readonly reservedProperties: ReadonlyMap<string, ReservedName>;
  /** Attributes of a person that the destination keeps itself. */
  readonly reservedAttributes: ReadonlyMap<string, ReservedName>;
  /** Attribute names that begin with this are internal, and no segment sees them. */
  readonly internalPrefix: string;
  /** How long after it happened an event still starts a campaign, in seconds. */
  readonly triggerWindowSeconds: number;
};
