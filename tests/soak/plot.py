"""The soak as one picture: memory, descriptors and frame times over time, as SVG written by hand."""

from __future__ import annotations

from pathlib import Path

from tests.soak.samples import Sample, column

WIDTH, HEIGHT, MARGIN = 1200, 300, 70

PLOTS = (
    (
        "Memory, MiB",
        (
            ("rss", "#1F6FB2", "RSS"),
            ("pss", "#2E9E5B", "PSS"),
            ("own", "#B2601F", "own"),
            ("allocated", "#6B6B6B", "in use"),
        ),
    ),
    ("File descriptors", (("descriptors", "#8A4FBF", "open"),)),
    ("Frame times, ms", (("frame_median_ms", "#2E9E5B", "median"), ("frame_99_ms", "#C77800", "99 %"))),
    ("Longest time without an answer, ms", (("stall_most_ms", "#C2403A", "stall"),)),
)


def draw(rows: list[Sample], file: Path) -> None:
    """Write the picture; needs at least two rows."""
    last = rows[-1].seconds
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT * len(PLOTS)}" '
        'font-family="sans-serif" font-size="14">',
        f'<rect width="{WIDTH}" height="{HEIGHT * len(PLOTS)}" fill="#FFFFFF"/>',
    ]
    for number, (title, lines) in enumerate(PLOTS):
        top, bottom = HEIGHT * number + 40, HEIGHT * (number + 1) - 40
        values = [value for name, _, _ in lines for value in column(rows, name)]
        low, high = min(0.0, *values), max(1.0, *values) * 1.05
        parts.append(f'<text x="{MARGIN}" y="{top - 14}" font-size="18">{title}</text>')
        for step in range(5):
            value = low + (high - low) * step / 4
            y = bottom - (bottom - top) * step / 4
            parts.append(f'<line x1="{MARGIN}" x2="{WIDTH - 20}" y1="{y:.1f}" y2="{y:.1f}" stroke="#DDDDDD"/>')
            parts.append(f'<text x="{MARGIN - 8}" y="{y + 5:.1f}" text-anchor="end">{value:.0f}</text>')
        for step in range(7):
            x = MARGIN + (WIDTH - 20 - MARGIN) * step / 6
            parts.append(
                f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{last * step / 6 / 60:.1f} min</text>'
            )
        for index, (name, colour, label) in enumerate(lines):
            points = " ".join(
                f"{MARGIN + (WIDTH - 20 - MARGIN) * row.seconds / last:.1f},"
                f"{bottom - (bottom - top) * (value - low) / (high - low):.1f}"
                for row, value in zip(rows, column(rows, name), strict=True)
            )
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
            x = WIDTH - 380 + index * 90
            parts.append(f'<text x="{x}" y="{top - 14}" fill="{colour}">{label}</text>')
    file.write_text("\n".join([*parts, "</svg>", ""]), encoding="utf-8")
