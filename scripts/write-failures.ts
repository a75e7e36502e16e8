import { writeFileSync } from 'node:fs';
import { collectRaised } from './failures/collect';
import { failuresPage } from './failures/page';

writeFileSync('docs/failures.md', failuresPage(collectRaised(process.cwd())));
