import { ANY_TEXT, type Check } from './check.ts';
import { LIMITS } from './limits.ts';
import { type Dict, dicts, isDict } from './types.ts';

/** Where in a block an element stands. */
export type ElementPlace = 'actions' | 'accessory' | 'input' | 'context';

interface ElementRule {
  places: readonly ElementPlace[];
  keys: readonly string[];
  check: (check: Check, element: Dict, pointer: string) => void;
}

const EVERYWHERE = ['actions', 'accessory', 'input'] as const;
const PICK = ['placeholder', 'confirm', 'focus_on_load'] as const;

/** Checks one element where it stands; `modal` tells whether file inputs are allowed (S37). */
export function checkElement(
  check: Check,
  value: unknown,
  pointer: string,
  place: ElementPlace,
  surface: { modal: boolean; knowsFile: (id: string) => boolean },
): void {
  const type = isDict(value) ? String(value.type) : '';
  const rule = ELEMENTS[type];
  if (!isDict(value) || rule === undefined || !rule.places.includes(place)) {
    check.say(`${pointer}/type`, `unsupported type: ${type || typeof value} in ${place}`);
    return;
  }
  if (type === 'file_input' && !surface.modal) check.say(pointer, 'file_input is allowed in modals only');
  check.object(value, pointer, ['type', ...(place === 'context' ? [] : ['action_id']), ...rule.keys]);
  if (type !== 'image') check.optionalString(value.action_id, `${pointer}/action_id`, { min: 1, max: LIMITS.idLength });
  check.optionalText(value.placeholder, `${pointer}/placeholder`, { max: LIMITS.placeholder });
  if (value.confirm !== undefined) checkConfirm(check, value.confirm, `${pointer}/confirm`);
  rule.check(check, value, pointer);
  if (type === 'image') checkImageSource(check, value, pointer, surface.knowsFile);
}

/** An image names its picture in exactly one way, by address or by a file that exists (S16). */
export function checkImageSource(check: Check, image: Dict, pointer: string, knowsFile: (id: string) => boolean): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    check.say(pointer, 'must define either image_url or slack_file');
  } else if (image.image_url !== undefined) {
    check.string(image.image_url, `${pointer}/image_url`, { min: 1, max: LIMITS.url });
    if (!/^https?:\/\//.test(String(image.image_url))) check.say(`${pointer}/image_url`, 'invalid url');
  } else {
    const file = check.object(image.slack_file, `${pointer}/slack_file`, ['id', 'url']);
    const id = String(file?.id ?? '') || (/\/(F[A-Z0-9]+)\//.exec(String(file?.url))?.[1] ?? '');
    if (!knowsFile(id)) check.say(`${pointer}/slack_file`, 'invalid slack file');
  }
}

function checkConfirm(check: Check, value: unknown, pointer: string): void {
  const confirm = check.object(value, pointer, ['title', 'text', 'confirm', 'deny', 'style']);
  if (confirm === null) return;
  check.optionalText(confirm.title, `${pointer}/title`, { max: LIMITS.confirmTitle });
  check.text(confirm.text, `${pointer}/text`, { max: LIMITS.confirmText, types: ANY_TEXT });
  check.optionalText(confirm.confirm, `${pointer}/confirm`, { max: LIMITS.confirmButton });
  check.optionalText(confirm.deny, `${pointer}/deny`, { max: LIMITS.confirmButton });
  checkStyle(check, confirm.style, `${pointer}/style`);
}

function checkStyle(check: Check, style: unknown, pointer: string): void {
  if (style !== undefined && style !== 'primary' && style !== 'danger') {
    check.say(pointer, `unsupported style: ${String(style)} (allowed: primary, danger)`);
  }
}

interface OptionRule {
  max: number;
  mrkdwn: boolean;
  value: number;
  url?: boolean;
}

function checkOptions(check: Check, value: unknown, pointer: string, rule: OptionRule): void {
  for (const [index, each] of check.list(value, pointer, rule).entries()) {
    const at = `${pointer}/${index}`;
    const option = check.object(each, at, ['text', 'value', 'description', ...(rule.url ? ['url'] : [])]);
    if (option === null) continue;
    const types = rule.mrkdwn ? ANY_TEXT : (['plain_text'] as const);
    check.text(option.text, `${at}/text`, { max: LIMITS.optionText, types });
    check.optionalText(option.description, `${at}/description`, { max: LIMITS.optionText, types });
    check.string(option.value, `${at}/value`, { max: rule.value });
    check.optionalString(option.url, `${at}/url`, { max: LIMITS.url });
  }
}

/** Options chosen beforehand must be among the options, word for word. */
function checkInitial(check: Check, element: Dict, pointer: string, key: string): void {
  const initial = element[key];
  if (initial === undefined) return;
  const among = optionsOf(element).map((option) => JSON.stringify(sorted(option)));
  const chosen = Array.isArray(initial) ? initial : [initial];
  if (chosen.length === 0) check.say(`${pointer}/${key}`, 'must have at least 1 item');
  for (const option of chosen) {
    if (!among.includes(JSON.stringify(sorted(option)))) check.say(`${pointer}/${key}`, 'must be one of the options');
  }
}

function sorted(value: unknown): unknown {
  if (!isDict(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** All options of an element, those of its groups included. */
export function optionsOf(element: Dict): Dict[] {
  return [...dicts(element.options), ...dicts(element.option_groups).flatMap((group) => dicts(group.options))];
}

const select = (initial: string): ElementRule => ({
  places: EVERYWHERE,
  keys: ['options', 'option_groups', initial, 'max_selected_items', ...PICK],
  check: (check, element, pointer) => {
    const rule = { max: LIMITS.selectOptions, mrkdwn: false, value: LIMITS.selectOptionValue };
    if ((element.options === undefined) === (element.option_groups === undefined)) {
      check.say(pointer, 'must define either options or option_groups');
    } else if (element.options !== undefined) {
      checkOptions(check, element.options, `${pointer}/options`, rule);
    } else {
      const groups = check.list(element.option_groups, `${pointer}/option_groups`, { max: LIMITS.selectGroups });
      for (const [index, each] of groups.entries()) {
        const at = `${pointer}/option_groups/${index}`;
        const group = check.object(each, at, ['label', 'options']);
        check.text(group?.label, `${at}/label`, { max: LIMITS.optionText });
        checkOptions(check, group?.options, `${at}/options`, rule);
      }
    }
    checkInitial(check, element, pointer, initial);
  },
});

const ticks = (initial: string): ElementRule => ({
  places: EVERYWHERE,
  keys: ['options', initial, 'confirm', 'focus_on_load'],
  check: (check, element, pointer) => {
    const rule = { max: LIMITS.radioOptions, mrkdwn: true, value: LIMITS.optionValue };
    checkOptions(check, element.options, `${pointer}/options`, rule);
    checkInitial(check, element, pointer, initial);
  },
});

const picker = (
  places: readonly ElementPlace[],
  keys: readonly string[],
  check: ElementRule['check'] = () => {},
): ElementRule => ({
  places,
  keys: [...keys, ...PICK],
  check,
});

const typed = (keys: readonly string[] = []): ElementRule => ({
  places: ['input'],
  keys: ['initial_value', 'dispatch_action_config', 'placeholder', 'focus_on_load', ...keys],
  check: (check, element, pointer) => {
    check.optionalString(element.initial_value, `${pointer}/initial_value`, { max: LIMITS.plainTextInput });
    for (const key of ['min_length', 'max_length']) {
      if (Number(element[key] ?? 1) > LIMITS.plainTextInput) {
        check.say(`${pointer}/${key}`, `must be less than ${LIMITS.plainTextInput + 1}`);
      }
    }
  },
});

const ELEMENTS: Record<string, ElementRule> = {
  button: {
    places: ['actions', 'accessory'],
    keys: ['text', 'value', 'url', 'style', 'confirm', 'accessibility_label'],
    check: (check, button, pointer) => {
      check.text(button.text, `${pointer}/text`, { max: LIMITS.buttonText });
      check.optionalString(button.value, `${pointer}/value`, { max: LIMITS.buttonValue });
      check.optionalString(button.url, `${pointer}/url`, { max: LIMITS.url });
      check.optionalString(button.accessibility_label, `${pointer}/accessibility_label`, { max: LIMITS.buttonText });
      checkStyle(check, button.style, `${pointer}/style`);
    },
  },
  checkboxes: ticks('initial_options'),
  radio_buttons: ticks('initial_option'),
  static_select: select('initial_option'),
  multi_static_select: select('initial_options'),
  overflow: {
    places: ['actions', 'accessory'],
    keys: ['options', 'confirm'],
    check: (check, menu, pointer) => {
      const rule = { max: LIMITS.overflowOptions, mrkdwn: false, value: LIMITS.optionValue, url: true };
      checkOptions(check, menu.options, `${pointer}/options`, rule);
    },
  },
  users_select: picker(EVERYWHERE, ['initial_user']),
  multi_users_select: picker(EVERYWHERE, ['initial_users', 'max_selected_items']),
  channels_select: picker(EVERYWHERE, ['initial_channel', 'response_url_enabled']),
  conversations_select: picker(EVERYWHERE, [
    'initial_conversation',
    'default_to_current_conversation',
    'filter',
    'response_url_enabled',
  ]),
  datepicker: picker(EVERYWHERE, ['initial_date'], (check, element, pointer) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(element.initial_date ?? '2000-01-01'))) {
      check.say(`${pointer}/initial_date`, 'invalid date format');
    }
  }),
  timepicker: picker(EVERYWHERE, ['initial_time', 'timezone']),
  datetimepicker: picker(['actions', 'input'], ['initial_date_time']),
  plain_text_input: typed(['multiline', 'min_length', 'max_length']),
  email_text_input: typed(),
  url_text_input: typed(),
  number_input: typed(['is_decimal_allowed', 'min_value', 'max_value']),
  file_input: {
    places: ['input'],
    keys: ['filetypes', 'max_files'],
    check: (check, input, pointer) => {
      const files = Number(input.max_files ?? 1);
      if (files < 1 || files > LIMITS.fileInputFiles) check.say(`${pointer}/max_files`, 'must be between 1 and 10');
    },
  },
  image: {
    places: ['accessory', 'context'],
    keys: ['image_url', 'slack_file', 'alt_text'],
    check: (check, image, pointer) => check.string(image.alt_text, `${pointer}/alt_text`, { max: LIMITS.altText }),
  },
};
