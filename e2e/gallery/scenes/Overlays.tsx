import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { Button } from '../../../src/ui/Button';
import { Dialog, Sheet } from '../../../src/ui/Dialog';
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuSeparator } from '../../../src/ui/Menu';
import { NoticeBell } from '../../../src/ui/NoticeBell';
import { NoticeGlyph } from '../../../src/ui/NoticeGlyph';
import { NoticeStrip } from '../../../src/ui/NoticeStrip';
import { Popover } from '../../../src/ui/Popover';
import { Tooltip } from '../../../src/ui/Tooltip';
import { Row, Specimen } from '../Specimen';

const TITLE = text('Replace the pipeline?', '파이프라인을 바꿀까요?');
const BODY = text(
  'What stands on the canvas is not kept in a file. It can be brought back by undo.',
  '캔버스의 내용은 파일로 저장되지 않았어요. 되돌리기로 취소할 수 있어요.',
);

/** What lies over the page: each is opened by the button that bears its name. */
export function Overlays() {
  const { say, t } = useT();
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const [choice, setChoice] = useState('a');
  const [title, body, closeLabel] = [say(TITLE), say(BODY), t('app.close')];
  const close = () => setOpen(null);
  return (
    <Row>
      <Specimen name="Dialog">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Dialog
          open={open === 'dialog'}
          onClose={close}
          title={title}
          description={body}
          closeLabel={closeLabel}
          footer={
            <>
              <Button onClick={close}>{closeLabel}</Button>
              <Button look="danger" onClick={close}>
                {title}
              </Button>
            </>
          }
        >
          <p className="px-4 py-2">{body}</p>
        </Dialog>
      </Specimen>
      <Specimen name="Sheet">
        <Button onClick={() => setOpen('sheet')}>Sheet</Button>
        <Sheet open={open === 'sheet'} onClose={close} title={title} closeLabel={closeLabel}>
          <p className="p-4">{body}</p>
        </Sheet>
      </Specimen>
      <Specimen name="Menu">
        <Menu wide trigger={<Button>Menu</Button>}>
          <MenuHeading>{title}</MenuHeading>
          <MenuItem icon={<Plus size={14} />} keys="Mod+N" onSelect={() => undefined}>
            {title}
          </MenuItem>
          <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => undefined}>
            {title}
          </MenuItem>
          <MenuItem disabled onSelect={() => undefined}>
            {body}
          </MenuItem>
          <MenuSeparator />
          <MenuChoice
            value={choice}
            onChange={setChoice}
            options={[
              { value: 'a', label: title },
              { value: 'b', label: body },
            ]}
          />
        </Menu>
      </Specimen>
      <Specimen name="Popover">
        <Popover label={title} trigger={<Button>Popover</Button>}>
          <p className="p-3">{body}</p>
        </Popover>
      </Specimen>
      <Specimen name="Tooltip">
        <Tooltip content={body} keys="Mod+K">
          <Button>Tooltip</Button>
        </Tooltip>
      </Specimen>
      {(['info', 'warning', 'error'] as const).map((severity) => (
        <Specimen key={severity} wide name={`NoticeStrip and NoticeBell, ${severity}`}>
          <div className="flex h-9 items-center">
            <div className="h-full w-80">
              <NoticeStrip
                notice={{
                  severity,
                  gravity: severity === 'info' ? undefined : title,
                  title,
                  detail: severity === 'info' ? undefined : body,
                  action: severity === 'error' ? { label: closeLabel, run: () => undefined } : undefined,
                }}
                closeLabel={closeLabel}
                onClose={close}
                onOpen={close}
              />
            </div>
            <NoticeBell
              label={severity === 'info' ? title : `${title} (120)`}
              unseen={severity === 'info' ? 0 : 120}
              severity={severity}
              onClick={close}
            />
            <NoticeBell large label={`${title} (3)`} unseen={3} severity={severity} onClick={close} />
            <NoticeGlyph severity={severity} label={title} />
          </div>
        </Specimen>
      ))}
    </Row>
  );
}
