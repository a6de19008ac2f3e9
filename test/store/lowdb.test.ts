import { describeStore } from './contract.ts';
import { openInFolder } from './folder-fixture.ts';

describeStore('lowdb', () => openInFolder());
