// Every rule there is, by mirror and id: what runs, what `rules` and `explain` list, what the docs are made of.
import { eventNameCasing } from "./plan/event-name-casing.js";
import { missingDescription } from "./plan/missing-description.js";
import { propertyTypeConflict } from "./plan/property-type-conflict.js";
import type { Rule } from "./rule.js";

export const rules: readonly Rule[] = [eventNameCasing, missingDescription, propertyTypeConflict];

/** The rules by their id. */
export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
