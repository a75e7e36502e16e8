import './words';
import { Unwritten } from './Unwritten';
import { useShownCode } from './use-shown-code';
import { WholeCode } from './WholeCode';

/** How that which a wire carries is made: the program that gives it. */
export function WireCode({ nodeId }: { nodeId: string }) {
  const shown = useShownCode(nodeId);
  return shown.is === 'written' ? (
    <WholeCode nodeId={nodeId} written={shown.written} />
  ) : (
    <Unwritten shown={shown} nodeId={nodeId} />
  );
}
