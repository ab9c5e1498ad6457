from pathlib import Path
from tests.reading import *
async def test_x(tmp_path):
    p = write(tmp_path, "a.txt", HEADLESS)
    async with reading(p, size=(80,24)) as pilot:
        await press(pilot, "}", "a")
        print("\n".join(shown(pilot)))
        await press(pilot, *"rises #flood", "enter")
        print(foot(pilot))
        await press(pilot, "}", "v","a")
        print(foot(pilot))
        await press(pilot, "escape")
        print(foot(pilot))
        await press(pilot, "A")
        print("\n".join(shown(pilot)))
        await press(pilot, "k","n")
        print("\n".join(shown(pilot)))
        await press(pilot, *" more", "enter", "J")
        print("\n".join(shown(pilot)))
        await press(pilot, "x")
        print("\n".join(shown(pilot)))
        await press(pilot, "u","enter")
        print("\n".join(shown(pilot)))
