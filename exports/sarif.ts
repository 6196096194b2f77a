import type { Category, Finding, Level, RuleSetIdentity } from '../review/model/index.ts';

/** A finding in a file, with offsets a reader of the file can use. */
export interface SarifResult {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly where: string;
  readonly finding: Finding;
}
/** What SARIF says about a rule. */
export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly reason: string;
  readonly basis: readonly string[];
}

const LEVEL: Readonly<Record<Level, 'note' | 'warning' | 'error'>> = { notice: 'note', review: 'warning', block: 'error' };
const address = (file: string): string => encodeURI(file.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');

/**
 * A SARIF 2.1.0 log (OASIS). Never holds a snippet or any other text of the draft: such logs travel to places where the draft may not
 * go. `charOffset` is in UTF-16 units, as `columnKind` says.
 */
export function sarif(identity: RuleSetIdentity, rules: readonly SarifRule[], results: readonly SarifResult[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'xianshen',
            semanticVersion: `${identity.engine}.0.0`,
            properties: { packs: identity.packs, digest: identity.digest },
            rules: rules.map(toRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => toResult(result)),
      },
    ],
  };
}

const toRule = (rule: SarifRule) => ({
  id: rule.id,
  shortDescription: { text: rule.title },
  fullDescription: { text: rule.reason },
  defaultConfiguration: { level: LEVEL[rule.level] },
  properties: { category: rule.category, basis: rule.basis },
});

const toResult = ({ file, start, end, where, finding }: SarifResult) => ({
  ruleId: finding.rule,
  level: LEVEL[finding.level],
  message: { text: finding.reason },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: address(file) }, region: { charOffset: start, charLength: end - start } },
      logicalLocations: [{ fullyQualifiedName: where }],
    },
  ],
  partialFingerprints: { 'xianshenFinding/v1': finding.id },
  properties: { category: finding.category, confidence: finding.confidence, basis: finding.basis },
});
