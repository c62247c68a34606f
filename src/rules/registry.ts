// Every rule there is, by id: what runs, what `rules` and `explain` list, what the docs are made of.
import { suppressionExpired } from "./engine/suppression-expired.js";
import { suppressionWithoutReason } from "./engine/suppression-without-reason.js";
import { unknownRule } from "./engine/unknown-rule.js";
import { unknownRuleOption } from "./engine/unknown-rule-option.js";
import { unknownSuppression } from "./engine/unknown-suppression.js";
import { unusedSuppression } from "./engine/unused-suppression.js";
import { eventNameCasing } from "./plan/event-name-casing.js";
import { missingDescription } from "./plan/missing-description.js";
import { propertyTypeConflict } from "./plan/property-type-conflict.js";
import type { Rule } from "./rule.js";

export const rules: readonly Rule[] = [
  eventNameCasing,
  missingDescription,
  propertyTypeConflict,
  suppressionExpired,
  suppressionWithoutReason,
  unknownRule,
  unknownRuleOption,
  unknownSuppression,
  unusedSuppression,
];

/** The rules by their id. */
export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
