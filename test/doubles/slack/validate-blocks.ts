import { ANY_TEXT, Check, type Problem } from './check.ts';
import { LIMITS } from './limits.ts';
import { readable } from './readable.ts';
import { type Dict, dicts, isDict } from './types.ts';
import { checkElement, checkImageSource } from './validate-elements.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** What the validator must know beyond the blocks. */
interface Around {
  /** Where the blocks stand in the payload; `/blocks` unless told. */
  pointer?: string;
  /** Whether an uploaded file of this id exists (S16). Without it none does. */
  knowsFile?: (id: string) => boolean;
}

/**
 * Checks blocks against the limits of Block Kit (PLATFORMS S11–S14) as Slack would, unknown properties included.
 * Block types that the stand-in does not model are refused. An empty list means that Slack would take them; the limit
 * for a whole message is `blocksTooLong`.
 */
export function validateBlocks(blocks: unknown, surface: Surface, around: Around = {}): Problem[] {
  const { pointer = '/blocks', knowsFile = () => false } = around;
  const check = new Check();
  const max = surface === 'message' ? LIMITS.blocksPerMessage : LIMITS.blocksPerView;
  const list = check.list(blocks, pointer, { min: 0, max });
  const blockIds = new Set<string>();
  for (const [index, block] of list.entries()) {
    const at = `${pointer}/${index}`;
    const rule = isDict(block) ? BLOCKS[String(block.type)] : undefined;
    if (!isDict(block) || rule === undefined || !rule.surfaces.includes(surface)) {
      check.say(at, `unsupported type: ${isDict(block) ? String(block.type) : typeof block} on ${surface}`);
      continue;
    }
    check.object(block, at, ['type', 'block_id', ...rule.keys]);
    check.optionalString(block.block_id, `${at}/block_id`, { min: 1, max: LIMITS.idLength });
    if (typeof block.block_id === 'string') {
      if (blockIds.has(block.block_id)) check.say(`${at}/block_id`, `block_id already exists: ${block.block_id}`);
      blockIds.add(block.block_id);
    }
    checkActionIds(check, block, at);
    rule.check(check, block, at, { modal: surface === 'modal', knowsFile });
  }
  checkTables(check, dicts(blocks), pointer);
  return check.problems;
}

/** S15: whether Slack would refuse a message with these blocks as `msg_blocks_too_long`. */
export function blocksTooLong(blocks: readonly Dict[]): boolean {
  return readable(blocks).join('').length + blocks.length * LIMITS.blockOverhead > LIMITS.messageCharacters;
}

interface Context {
  modal: boolean;
  knowsFile: (id: string) => boolean;
}

interface BlockRule {
  surfaces: readonly Surface[];
  keys: readonly string[];
  check: (check: Check, block: Dict, pointer: string, context: Context) => void;
}

const ALL: readonly Surface[] = ['message', 'modal', 'home'];

const BLOCKS: Record<string, BlockRule> = {
  section: {
    surfaces: ALL,
    keys: ['text', 'fields', 'accessory', 'expand'],
    check: (check, block, at, context) => {
      if (block.text === undefined && block.fields === undefined) check.say(at, 'must define either text or fields');
      check.optionalText(block.text, `${at}/text`, { max: LIMITS.sectionText, types: ANY_TEXT });
      if (block.fields !== undefined) {
        const fields = check.list(block.fields, `${at}/fields`, { max: LIMITS.sectionFields });
        for (const [index, field] of fields.entries()) {
          check.text(field, `${at}/fields/${index}`, { max: LIMITS.sectionFieldText, types: ANY_TEXT });
        }
      }
      if (block.accessory !== undefined) checkElement(check, block.accessory, `${at}/accessory`, 'accessory', context);
    },
  },
  actions: {
    surfaces: ALL,
    keys: ['elements'],
    check: (check, block, at, context) => {
      const elements = check.list(block.elements, `${at}/elements`, { max: LIMITS.actionsElements });
      for (const [index, each] of elements.entries()) {
        checkElement(check, each, `${at}/elements/${index}`, 'actions', context);
      }
    },
  },
  context: {
    surfaces: ALL,
    keys: ['elements'],
    check: (check, block, at, context) => {
      const elements = check.list(block.elements, `${at}/elements`, { max: LIMITS.contextElements });
      for (const [index, each] of elements.entries()) {
        const pointer = `${at}/elements/${index}`;
        if (isDict(each) && each.type === 'image') checkElement(check, each, pointer, 'context', context);
        else check.text(each, pointer, { max: LIMITS.contextText, types: ANY_TEXT });
      }
    },
  },
  divider: { surfaces: ALL, keys: [], check: () => {} },
  header: {
    surfaces: ALL,
    keys: ['text'],
    check: (check, block, at) => check.text(block.text, `${at}/text`, { max: LIMITS.headerText }),
  },
  image: {
    surfaces: ALL,
    keys: ['image_url', 'slack_file', 'alt_text', 'title'],
    check: (check, block, at, context) => {
      check.string(block.alt_text, `${at}/alt_text`, { max: LIMITS.altText });
      check.optionalText(block.title, `${at}/title`, { max: LIMITS.altText });
      checkImageSource(check, block, at, context.knowsFile);
    },
  },
  input: {
    surfaces: ALL,
    keys: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check: (check, block, at, context) => {
      check.text(block.label, `${at}/label`, { max: LIMITS.label });
      check.optionalText(block.hint, `${at}/hint`, { max: LIMITS.label });
      check.optionalBoolean(block.optional, `${at}/optional`);
      check.optionalBoolean(block.dispatch_action, `${at}/dispatch_action`);
      checkElement(check, block.element, `${at}/element`, 'input', context);
    },
  },
  markdown: {
    surfaces: ['message'],
    keys: ['text'],
    check: (check, block, at) => check.string(block.text, `${at}/text`, { min: 1, max: LIMITS.markdownText }),
  },
  rich_text: {
    surfaces: ALL,
    keys: ['elements'],
    check: (check, block, at) => {
      const known = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
      for (const [index, each] of check.list(block.elements, `${at}/elements`, { max: 1000 }).entries()) {
        const type = isDict(each) ? String(each.type) : typeof each;
        if (!known.includes(type)) check.say(`${at}/elements/${index}`, `unsupported type: ${type}`);
      }
    },
  },
  table: {
    surfaces: ['message'],
    keys: ['rows', 'column_settings'],
    check: (check, block, at) => checkRows(check, block.rows, at, { min: 1, max: LIMITS.tableRows }),
  },
  data_table: {
    surfaces: ['message'],
    keys: ['rows', 'caption', 'page_size', 'row_header_column_index'],
    check: (check, block, at) => {
      check.string(block.caption, `${at}/caption`, { min: 1, max: LIMITS.label });
      checkRows(check, block.rows, at, { min: 2, max: LIMITS.dataTableRows });
    },
  },
};

function checkRows(check: Check, rows: unknown, at: string, count: { min: number; max: number }): void {
  for (const [index, row] of check.list(rows, `${at}/rows`, count).entries()) {
    const cells = check.list(row, `${at}/rows/${index}`, { max: LIMITS.tableColumns });
    for (const [column, cell] of cells.entries()) {
      const type = isDict(cell) ? String(cell.type) : typeof cell;
      const pointer = `${at}/rows/${index}/${column}`;
      if (!['raw_text', 'raw_number', 'rich_text'].includes(type)) check.say(pointer, `unsupported type: ${type}`);
      else if (type !== 'rich_text' && isDict(cell)) check.string(cell.text, `${pointer}/text`, { min: 1, max: 3000 });
    }
  }
}

function checkTables(check: Check, blocks: readonly Dict[], pointer: string): void {
  const tables = blocks.filter((block) => block.type === 'table' || block.type === 'data_table');
  if (tables.length > LIMITS.tablesPerMessage) check.say(pointer, 'only one table is allowed per message');
  if (readable(tables).join('').length > LIMITS.tableCharacters) check.say(pointer, 'table has too many characters');
}

/** S11: an action_id stands once in a block. */
function checkActionIds(check: Check, block: Dict, at: string): void {
  const seen = new Set<unknown>();
  for (const [index, element] of dicts(block.elements).entries()) {
    if (element.action_id === undefined) continue;
    if (seen.has(element.action_id)) {
      check.say(`${at}/elements/${index}/action_id`, `action_id already exists: ${String(element.action_id)}`);
    }
    seen.add(element.action_id);
  }
}
