/**
 * Where class names are looked for and what "dark:" means. Colours, type and sizes are custom
 * properties of src/ui/theme/tokens.css.
 * @type {import('tailwindcss').Config}
 */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
};
