/** Importing this file is enough: views can then tell bits of the key material, and how it is shrunk. */
import { keyBitsOf } from './key-bits.ts';
import { learnKeyViews } from './key-kit.ts';
import { shrinkView } from './shrink-view.ts';

learnKeyViews({ keyBitsOf, shrinkView });
