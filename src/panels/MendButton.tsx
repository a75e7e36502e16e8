import { useT } from '../i18n/use-t';
import { catalog } from '../nodes/catalog';
import { mendEdit } from '../nodes/mend-edit';
import { useDocument } from '../store/document/document-store';
import type { Mend } from '../table/notes';
import { Button } from '../ui/Button';

/** Mends it at one click; nothing where the document no longer has what it is about. */
export function MendButton({ nodeId, mend }: { nodeId: string; mend: Mend }) {
  const { say } = useT();
  const document = useDocument((state) => state.document);
  const apply = useDocument((state) => state.apply);
  const schemas = useDocument((state) => state.schemas);
  const edit = mendEdit(document, catalog, nodeId, mend, schemas);
  if (edit === null) return null;
  return (
    <Button small onClick={() => apply(edit, mend.label)}>
      {say(mend.label)}
    </Button>
  );
}
