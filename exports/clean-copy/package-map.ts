import { CannotSplice } from './cannot-splice.ts';
import type { Dropped } from './dropped.ts';
import { PartEdit } from './part-edit.ts';
import { droppedName, type OfficeKind, PART_TYPES, PICTURES } from './part-types.ts';
import { extensionOf, isRelationPart, type Relation, readRelations } from './relations.ts';

/** Relationship types that may lead outside; their target becomes about:blank. */
const OUTWARD: ReadonlySet<string> = new Set(['hyperlink', 'image']);

/** Types whose relationships are named by an element of the part; the others hold by being there. */
const NAMED: ReadonlySet<string> = new Set(
  'image hyperlink header footer chart chartEx diagramData diagramLayout diagramQuickStyle diagramColors chartUserShapes drawing table worksheet chartsheet slide'.split(
    ' ',
  ),
);
const UNSEEN: Readonly<Record<string, string>> = { slide: '隐藏的幻灯片', table: '表格样式' };

/** Which parts of a package go into the copy, why, and under which relationships. Part names are compared without case. */
export class PackageMap {
  /** Part → relationship type that leads to it, for parts that stay. */
  readonly types = new Map<string, string>();
  readonly main: string;
  private readonly relations = new Map<string, readonly Relation[]>();
  private readonly lost = new Map<string, Set<string>>();
  private readonly all = new Map<string, readonly Relation[]>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly kind: OfficeKind;

  /** Throws CannotSplice when there is no main part. */
  constructor(parts: ReadonlyMap<string, Uint8Array>, kind: OfficeKind, dropped: Dropped) {
    this.kind = kind;
    this.names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
    for (const [name, bytes] of parts) {
      if (!isRelationPart(name)) continue;
      const source = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2');
      this.all.set(source.toLowerCase(), readRelations(new PartEdit(name, bytes, dropped)));
    }
    const main = this.relationsAsRead('').find(({ type }) => type === 'officeDocument')?.target;
    const found = main === undefined ? undefined : this.names.get(main.toLowerCase());
    if (found === undefined) throw new CannotSplice('找不到正文部件');
    this.main = found;
  }

  /** Relationships of a part as the file gives them; the empty name is the package. */
  relationsAsRead(part: string): readonly Relation[] {
    return this.all.get(part.toLowerCase()) ?? [];
  }

  /** Part names under a relationship type, as the main part leads to them. */
  partOfType(type: string): string | undefined {
    const target = this.relationsAsRead(this.main).find((relation) => relation.type === type && !relation.external)?.target;
    return target === undefined ? undefined : this.names.get(target.toLowerCase());
  }

  /** Follows the allowed relationships from the package on. `excluded` are parts that hold nothing anybody sees. */
  reach(excluded: ReadonlySet<string>, dropped: Dropped): void {
    const queue = [''];
    for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
      const kept: Relation[] = [];
      for (const relation of this.relationsAsRead(source)) {
        const target = relation.external ? undefined : this.names.get(relation.target.toLowerCase());
        if (relation.external && OUTWARD.has(relation.type)) {
          if (relation.target !== 'about:blank') dropped.add('链接目标');
          kept.push({ ...relation, target: 'about:blank' });
        } else if (target !== undefined && this.allows(relation.type, target) && !excluded.has(target)) {
          kept.push({ ...relation, target });
          if (this.types.has(target)) continue;
          this.types.set(target, relation.type);
          queue.push(target);
        } else if (relation.type === 'hyperlink' && !relation.external && relation.target === '') kept.push(relation);
        else this.lose(source, relation.id);
      }
      this.relations.set(source, kept);
    }
    this.countDropped(excluded, dropped);
  }

  /**
   * Leaves out relationships that no element names any more (`xml` gives a part as it was and as it will be written) and the parts
   * that only they led to: a picture that was taken off the page must not travel on in the package.
   */
  prune(xml: ReadonlyMap<string, { readonly before: string; readonly after: string }>): void {
    this.types.clear();
    const queue = [''];
    for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
      const { before = '', after = '' } = xml.get(source) ?? {};
      const names = (text: string, id: string): boolean => text.includes(`"${id}"`) || text.includes(`'${id}'`);
      const all = this.relations.get(source) ?? [];
      const named = ({ id, type }: Relation): boolean =>
        !NAMED.has(type) || names(after, id) || (type !== 'image' && !names(before, id));
      const diagram = all.some((relation) => relation.type === 'diagramData' && named(relation));
      const kept = all.filter((relation) => (relation.type === 'diagramDrawing' ? diagram : named(relation)));
      this.relations.set(source, kept);
      for (const { target, type, external } of kept) {
        if (external || target === '' || this.types.has(target)) continue;
        this.types.set(target, type);
        queue.push(target);
      }
    }
  }

  relationsOf(part: string): readonly Relation[] {
    return this.relations.get(part) ?? [];
  }

  /** Relationship ids of a part that lead nowhere any more. */
  lostIds(part: string): ReadonlySet<string> {
    return this.lost.get(part) ?? new Set();
  }

  /** A picture must be of a kind that is known by its extension. */
  private allows(type: string, target: string): boolean {
    const content = Object.hasOwn(PART_TYPES[this.kind], type) ? PART_TYPES[this.kind][type] : undefined;
    return content !== undefined && (content !== '' || Object.hasOwn(PICTURES, extensionOf(target)));
  }

  private lose(source: string, id: string): void {
    const ids = this.lost.get(source) ?? new Set();
    ids.add(id);
    this.lost.set(source, ids);
  }

  private countDropped(excluded: ReadonlySet<string>, dropped: Dropped): void {
    const types = new Map<string, string>();
    for (const relations of this.all.values())
      for (const { target, type, external } of relations) if (!external) types.set(target.toLowerCase(), type);
    for (const name of excluded) {
      const type = types.get(name.toLowerCase()) ?? '';
      dropped.add(type === 'header' || type === 'footer' ? '未显示的页眉页脚' : (UNSEEN[type] ?? '隐藏的工作表'));
    }
    for (const name of this.names.values()) {
      if (this.types.has(name) || excluded.has(name) || isRelationPart(name) || /^\[Content_Types\]\.xml$/i.test(name)) continue;
      const kind = droppedName(types.get(name.toLowerCase()));
      if (kind !== undefined) dropped.add(kind);
    }
  }
}
