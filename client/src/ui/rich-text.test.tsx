import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import RichText from "./rich-text.js";

const drawn = (text: string) =>
  renderToStaticMarkup(<RichText text={text} />)
    .replace(/ class="[^"]*"/g, "")
    .replace(/^<div>|<\/div>$/g, "");

it("draws bold, lists, lines and links", () => {
  expect(drawn("Vi **må** prøve\ndette")).toBe("<p>Vi <strong>må</strong> prøve<br/>dette</p>");
  expect(drawn("- én\n- to")).toBe("<ul><li>én</li><li>to</li></ul>");
  expect(drawn("3. tre\n4. fire")).toBe('<ol start="3"><li>tre</li><li>fire</li></ol>');
  expect(drawn("Se https://udir.no/laring?a=1&b=2.")).toBe(
    '<p>Se <a href="https://udir.no/laring?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow ugc">https://udir.no/laring?a=1&amp;b=2</a>.</p>',
  );
});

it.each([
  "<img src=x onerror=alert(1)>",
  "[trykk](javascript:alert(1))",
  "[trykk](data:text/html,hei)",
  "**<script>alert(1)</script>**",
  "![bilde](https://x.no/a.png)",
  "# <b>hei</b>",
  '<https://x.no/"onclick=alert(1)>',
])("makes no HTML of %s", (text) => {
  const html = drawn(text);
  expect(html).not.toMatch(/<(?!\/?(?:p|strong|em|br|ul|ol|li|a)\b)/);
  expect(html).not.toMatch(/href="(?!https?:)|<[^>]* on\w+=|<img/);
});

it("leaves what it does not know as it was written", () => {
  expect(drawn("# Ikke en overskrift")).toBe("<p># Ikke en overskrift</p>");
  expect(drawn("2 < 3 & 4 > 1 **ja**")).toBe("<p>2 &lt; 3 &amp; 4 &gt; 1 <strong>ja</strong></p>");
});
