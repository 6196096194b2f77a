import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
