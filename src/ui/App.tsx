/** Stands in for the app until its first screen exists. */
export function App() {
  return (
    <main>
      <h1>Light &amp; Letters</h1>
      <p>Engine {__ENGINE_VERSION__}</p>
    </main>
  );
}
