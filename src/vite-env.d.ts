/** Version of the package; the bundler puts it in, for the page, the worker and Node alike. */
declare const __ENGINE_VERSION__: string;
