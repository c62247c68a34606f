// Every rule there is, by id: what runs, what `rules` and `explain` list, what the docs are made of.

import { changedIdentity } from "./base/changed-identity.js";
import { changedType } from "./base/changed-type.js";
import { consumerAffected } from "./base/consumer-affected.js";
import { delayedEvent } from "./base/delayed-event.js";
import { incompleteBase } from "./base/incomplete-base.js";
import { insufficientVersionBump } from "./base/insufficient-version-bump.js";
import { missingTombstone } from "./base/missing-tombstone.js";
import { movedTarget } from "./base/moved-target.js";
import { narrowedValues } from "./base/narrowed-values.js";
import { newRequirement } from "./base/new-requirement.js";
import { removedEvent } from "./base/removed-event.js";
import { removedProperty } from "./base/removed-property.js";
import { renamedEvent } from "./base/renamed-event.js";
import { unusedAgreement } from "./base/unused-agreement.js";
import { attributeTypeMismatch } from "./code/attribute-type-mismatch.js";
import { clientTimestamp } from "./code/client-timestamp.js";
import { deprecatedEvent } from "./code/deprecated-event.js";
import { dynamicEventName } from "./code/dynamic-event-name.js";
import { emailAsId } from "./code/email-as-id.js";
import { missingEventId } from "./code/missing-event-id.js";
import { missingIdentity } from "./code/missing-identity.js";
import { missingProperty } from "./code/missing-property.js";
import { misspelledEvent } from "./code/misspelled-event.js";
import { misspelledProperty } from "./code/misspelled-property.js";
import { nonUnixTimestamp } from "./code/non-unix-timestamp.js";
import { plannedEventEmitted } from "./code/planned-event-emitted.js";
import { propertyTypeMismatch } from "./code/property-type-mismatch.js";
import { rawEmit } from "./code/raw-emit.js";
import { retiredEvent } from "./code/retired-event.js";
import { reusedEventId } from "./code/reused-event-id.js";
import { sourceWithoutCode } from "./code/source-without-code.js";
import { unimplementedEvent } from "./code/unimplemented-event.js";
import { unknownAttribute } from "./code/unknown-attribute.js";
import { unknownEvent } from "./code/unknown-event.js";
import { unknownProperty } from "./code/unknown-property.js";
import { unreadableCode } from "./code/unreadable-code.js";
import { unverifiedCall } from "./code/unverified-call.js";
import { wrongSource } from "./code/wrong-source.js";
import { conditionTypeMismatch } from "./consumers/condition-type-mismatch.js";
import { consumerContradiction } from "./consumers/consumer-contradiction.js";
import { consumerDeprecatedEvent } from "./consumers/consumer-deprecated-event.js";
import { consumerMisspelledEvent } from "./consumers/consumer-misspelled-event.js";
import { consumerNotUnderstood } from "./consumers/consumer-not-understood.js";
import { consumerRetiredEvent } from "./consumers/consumer-retired-event.js";
import { consumerUnknownAttribute } from "./consumers/consumer-unknown-attribute.js";
import { consumerUnknownEvent } from "./consumers/consumer-unknown-event.js";
import { consumerUnknownProperty } from "./consumers/consumer-unknown-property.js";
import { doubleTrigger } from "./consumers/double-trigger.js";
import { impossibleCondition } from "./consumers/impossible-condition.js";
import { liquidSyntax } from "./consumers/liquid-syntax.js";
import { missingSuppression } from "./consumers/missing-suppression.js";
import { sequenceWithoutSuppression } from "./consumers/sequence-without-suppression.js";
import { sourceConflict } from "./consumers/source-conflict.js";
import { stringifiedAccess } from "./consumers/stringified-access.js";
import { suppressionTooShort } from "./consumers/suppression-too-short.js";
import { unguardedOptional } from "./consumers/unguarded-optional.js";
import { unheardEvent } from "./consumers/unheard-event.js";
import { unknownFilter } from "./consumers/unknown-filter.js";
import { unknownSnippet } from "./consumers/unknown-snippet.js";
import { unreadableTemplate } from "./consumers/unreadable-template.js";
import { untriggerable } from "./consumers/untriggerable.js";
import { wrongNamespace } from "./consumers/wrong-namespace.js";
import { suppressionExpired } from "./engine/suppression-expired.js";
import { suppressionWithoutReason } from "./engine/suppression-without-reason.js";
import { unknownRule } from "./engine/unknown-rule.js";
import { unknownRuleOption } from "./engine/unknown-rule-option.js";
import { unknownSuppression } from "./engine/unknown-suppression.js";
import { unusedSuppression } from "./engine/unused-suppression.js";
import { identifierCollision } from "./generators/identifier-collision.js";
import { unknownSource } from "./generators/unknown-source.js";
import { unknownTarget } from "./generators/unknown-target.js";
import { unknownTargetOption } from "./generators/unknown-target-option.js";
import { aliasBomb } from "./loader/alias-bomb.js";
import { circularType } from "./loader/circular-type.js";
import { contradiction } from "./loader/contradiction.js";
import { duplicateDefinition } from "./loader/duplicate-definition.js";
import { duplicateKey } from "./loader/duplicate-key.js";
import { idempotencyKeyOptional } from "./loader/idempotency-key-optional.js";
import { inputTooLarge } from "./loader/input-too-large.js";
import { invalidEncoding } from "./loader/invalid-encoding.js";
import { invalidPattern } from "./loader/invalid-pattern.js";
import { invalidType } from "./loader/invalid-type.js";
import { invalidValue } from "./loader/invalid-value.js";
import { missingHead } from "./loader/missing-head.js";
import { missingKey } from "./loader/missing-key.js";
import { propertyConflict } from "./loader/property-conflict.js";
import { pulledFileUnreadable } from "./loader/pulled-file-unreadable.js";
import { unknownKey } from "./loader/unknown-key.js";
import { unknownReference } from "./loader/unknown-reference.js";
import { unreadableFile } from "./loader/unreadable-file.js";
import { yamlFeature } from "./loader/yaml-feature.js";
import { yamlSyntax } from "./loader/yaml-syntax.js";
import { generatedEdited } from "./output/generated-edited.js";
import { generatedForeign } from "./output/generated-foreign.js";
import { generatedInterrupted } from "./output/generated-interrupted.js";
import { generatedMissing } from "./output/generated-missing.js";
import { generatedOrphan } from "./output/generated-orphan.js";
import { generatedStale } from "./output/generated-stale.js";
import { sharedOutputFolder } from "./output/shared-output-folder.js";
import { unusableOutputFolder } from "./output/unusable-output-folder.js";
import { actionAsAttribute } from "./plan/action-as-attribute.js";
import { attributeNameCasing } from "./plan/attribute-name-casing.js";
import { cartShapeDrift } from "./plan/cart-shape-drift.js";
import { deprecatedWithoutReplacement } from "./plan/deprecated-without-replacement.js";
import { emailAsIdentifier } from "./plan/email-as-identifier.js";
import { eventNameCasing } from "./plan/event-name-casing.js";
import { factAsEventProperty } from "./plan/fact-as-event-property.js";
import { idempotencyKeyNotUniqueLooking } from "./plan/idempotency-key-not-unique-looking.js";
import { identifierTypeMismatch } from "./plan/identifier-type-mismatch.js";
import { identityInProperties } from "./plan/identity-in-properties.js";
import { invalidExample } from "./plan/invalid-example.js";
import { invisibleCharacter } from "./plan/invisible-character.js";
import { isoTimestampInSegment } from "./plan/iso-timestamp-in-segment.js";
import { mergeUndeclared } from "./plan/merge-undeclared.js";
import { millisecondTimestamp } from "./plan/millisecond-timestamp.js";
import { missingDescription } from "./plan/missing-description.js";
import { missingIdempotencyKey } from "./plan/missing-idempotency-key.js";
import { missingOwner } from "./plan/missing-owner.js";
import { missingSource } from "./plan/missing-source.js";
import { missingTimestamp } from "./plan/missing-timestamp.js";
import { nameTooLong } from "./plan/name-too-long.js";
import { operationalEventName } from "./plan/operational-event-name.js";
import { payloadTooLarge } from "./plan/payload-too-large.js";
import { propertyNameCasing } from "./plan/property-name-casing.js";
import { propertyTypeConflict } from "./plan/property-type-conflict.js";
import { removalOverdue } from "./plan/removal-overdue.js";
import { replacementIncompatible } from "./plan/replacement-incompatible.js";
import { replacementUnknown } from "./plan/replacement-unknown.js";
import { reservedName } from "./plan/reserved-name.js";
import { retiredNameReused } from "./plan/retired-name-reused.js";
import { severalSources } from "./plan/several-sources.js";
import { similarEnumValues } from "./plan/similar-enum-values.js";
import { similarEventNames } from "./plan/similar-event-names.js";
import { similarPropertyNames } from "./plan/similar-property-names.js";
import { stringifiedNumberOrJson } from "./plan/stringified-number-or-json.js";
import { tooManyAttributes } from "./plan/too-many-attributes.js";
import { unmarkedPii } from "./plan/unmarked-pii.js";
import { untrimmedName } from "./plan/untrimmed-name.js";
import { unusedGroup } from "./plan/unused-group.js";
import { unusedType } from "./plan/unused-type.js";
import type { Rule } from "./rule.js";

export const rules: readonly Rule[] = [
  actionAsAttribute,
  aliasBomb,
  attributeNameCasing,
  attributeTypeMismatch,
  cartShapeDrift,
  changedIdentity,
  changedType,
  circularType,
  clientTimestamp,
  conditionTypeMismatch,
  consumerAffected,
  consumerContradiction,
  consumerDeprecatedEvent,
  consumerMisspelledEvent,
  consumerNotUnderstood,
  consumerRetiredEvent,
  consumerUnknownAttribute,
  consumerUnknownEvent,
  consumerUnknownProperty,
  contradiction,
  delayedEvent,
  deprecatedEvent,
  deprecatedWithoutReplacement,
  doubleTrigger,
  duplicateDefinition,
  duplicateKey,
  dynamicEventName,
  emailAsId,
  emailAsIdentifier,
  eventNameCasing,
  factAsEventProperty,
  generatedEdited,
  generatedForeign,
  generatedInterrupted,
  generatedMissing,
  generatedOrphan,
  generatedStale,
  idempotencyKeyNotUniqueLooking,
  idempotencyKeyOptional,
  identifierCollision,
  identifierTypeMismatch,
  identityInProperties,
  impossibleCondition,
  incompleteBase,
  inputTooLarge,
  insufficientVersionBump,
  invalidEncoding,
  invalidExample,
  invalidPattern,
  invalidType,
  invalidValue,
  invisibleCharacter,
  isoTimestampInSegment,
  liquidSyntax,
  mergeUndeclared,
  millisecondTimestamp,
  missingDescription,
  missingEventId,
  missingHead,
  missingIdempotencyKey,
  missingIdentity,
  missingKey,
  missingOwner,
  missingProperty,
  missingSource,
  missingSuppression,
  missingTimestamp,
  missingTombstone,
  misspelledEvent,
  misspelledProperty,
  movedTarget,
  nameTooLong,
  narrowedValues,
  newRequirement,
  nonUnixTimestamp,
  operationalEventName,
  payloadTooLarge,
  plannedEventEmitted,
  propertyConflict,
  propertyNameCasing,
  propertyTypeConflict,
  propertyTypeMismatch,
  pulledFileUnreadable,
  rawEmit,
  removalOverdue,
  removedEvent,
  removedProperty,
  renamedEvent,
  replacementIncompatible,
  replacementUnknown,
  reservedName,
  retiredEvent,
  retiredNameReused,
  reusedEventId,
  sequenceWithoutSuppression,
  severalSources,
  sharedOutputFolder,
  similarEnumValues,
  similarEventNames,
  similarPropertyNames,
  sourceConflict,
  sourceWithoutCode,
  stringifiedAccess,
  stringifiedNumberOrJson,
  suppressionExpired,
  suppressionTooShort,
  suppressionWithoutReason,
  tooManyAttributes,
  unguardedOptional,
  unheardEvent,
  unimplementedEvent,
  unknownAttribute,
  unknownEvent,
  unknownFilter,
  unknownKey,
  unknownProperty,
  unknownReference,
  unknownRule,
  unknownRuleOption,
  unknownSnippet,
  unknownSource,
  unknownSuppression,
  unknownTarget,
  unknownTargetOption,
  unmarkedPii,
  unreadableCode,
  unreadableFile,
  unreadableTemplate,
  untriggerable,
  untrimmedName,
  unusableOutputFolder,
  unusedAgreement,
  unusedGroup,
  unusedSuppression,
  unusedType,
  unverifiedCall,
  wrongNamespace,
  wrongSource,
  yamlFeature,
  yamlSyntax,
];

/** The rules by their id. */
export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
