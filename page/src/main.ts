import './look/page.css';
import { followAddress } from './state/address.js';
import { followLanguage } from './words/words.js';
import { followLevers } from './state/levers.js';
import { followTheme } from './look/theme.js';
import { followKeys } from './parts/keys.js';
import './pages/page.js';

followTheme();
followAddress();
followLanguage();
followLevers();
followKeys();
