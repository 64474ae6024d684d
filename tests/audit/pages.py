"""Checks the built site with the Nu HTML checker, and its main pages with Lighthouse as on a phone.

Run it as `python tests/audit/pages.py [folder]` after a build; `make audit` does. Needs Java, Node and a
Chromium; the two programs are installed by npm, in the versions of package.json beside this file.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))

from served import served  # noqa: E402

LEAST = 95
"""Of 100, in each of Lighthouse's categories."""
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
)


def install() -> None:
    if not (HERE / "node_modules" / "lighthouse").is_dir():
        command = ["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--silent"]
        subprocess.run(command, cwd=HERE, check=True)


def html_errors(site: Path) -> Counter[str]:
    """The checker's errors, each with one place where it is."""
    jar = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", "--errors-only", str(site)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    errors: Counter[str] = Counter()
    places: dict[str, str] = {}
    for message in json.loads(answer.stderr)["messages"]:
        text = message["message"]
        errors[text] += 1
        places.setdefault(text, f"{message['url'].partition(site.name)[2]}:{message.get('lastLine', 0)}")
    return Counter({f"{text} (first at {places[text]})": number for text, number in errors.items()})


def scores(address: str, chromium: str) -> dict[str, int]:
    """Lighthouse's categories with their scores, of 100."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        program = HERE / "node_modules/lighthouse/cli/index.js"
        command = ["node", str(program), address, "--quiet", "--output=json", f"--output-path={report}"]
        environment = {**os.environ, "CHROME_PATH": chromium}
        subprocess.run([*command, f"--chrome-flags={FLAGS}"], check=True, env=environment)
        facts = json.loads(report.read_text())
    low = [
        f"    {audit['id']}: {audit['title']}"
        for audit in facts["audits"].values()
        if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] != "informative"
    ]
    print("\n".join(low))
    return {name: round(100 * category["score"]) for name, category in facts["categories"].items()}


def main(site: Path) -> int:
    for program in ("java", "npm", "node"):
        if not shutil.which(program):
            print(f"pages: skipped, since {program} is not installed")
            return 0
    install()
    errors = html_errors(site)
    print(f"pages: {sum(errors.values())} HTML errors in {len(list(site.rglob('*.html')))} files")
    for error, number in errors.most_common():
        print(f"  {number} times: {error}")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        print("pages: Lighthouse skipped, since no Chromium is installed")
        return int(bool(errors))
    article = next(path for path in sorted(site.glob("id/2*/*/*/index.html"), reverse=True))
    home = re.findall(r'<link rel="canonical" href="([^"]+/)id/"', (site / "id/index.html").read_text())[0]
    low = False
    with served(site, home) as address:
        for page in ("id/", "en/", f"{article.parent.relative_to(site)}/"):
            found = scores(address + page, chromium)
            low |= min(found.values()) < LEAST
            print(f"  {page}: " + ", ".join(f"{name} {score}" for name, score in found.items()))
    return int(bool(errors) or low)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()))
