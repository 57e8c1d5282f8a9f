import { runSessions } from '../scenarios/sessions.ts';
import { serve } from './serve.ts';

serve(runSessions, null);
