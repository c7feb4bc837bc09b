"""The program from outside: started as a script would start it, on a computer of its own."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tests.cli.loaded import carry_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import IO

ROOT: Final = Path(__file__).parents[2]
DEMO: Final = ROOT / "resources" / "demo"
PROGRAM: Final = (sys.executable, "-m", "checkin")
PATIENCE: Final = 60

_LOADED: Final = multiprocessing.get_context("forkserver" if hasattr(os, "fork") else "spawn")
"""Commands begin as copies of a process that has loaded the program: loading it takes longer than most of them."""
_LOADED.set_forkserver_preload(["tests.cli.loaded", "__main__"])


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.out)

    @property
    def jsons(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


class Computer:
    """A computer with the program on it: its own settings, its own desk."""

    def __init__(
        self, home: Path, name: str = "Desk 1", *, desk_id: str = "", env: Mapping[str, str] | None = None
    ) -> None:
        config = home / "config"
        config.mkdir(parents=True)
        identity = f'desk_id = "{desk_id}"\n' if desk_id else ""
        if identity:
            (config / "settings.toml").write_text(
                f'{identity}desk_name = "{name}"\nlanguage = "en"\n', encoding="utf-8"
            )
        self._has_own_environment = bool(env)
        self._env = {**os.environ, "CHECKIN_HOME": str(home), "LC_ALL": "C.UTF-8", **(env or {})}

    def run(self, *arguments: object, stdin: bytes | str = b"") -> Answer:
        """Carry out one command to its end."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        if not self._has_own_environment:
            return self._run_loaded(self._given(arguments), given)
        ended = subprocess.run(
            [*PROGRAM, *self._given(arguments)], input=given, capture_output=True, cwd=ROOT, env=self._env,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def _run_loaded(self, given: list[str | bytes], stdin: bytes) -> Answer:
        with TemporaryDirectory() as folder:
            streams = [Path(folder, name) for name in ("in", "out", "err")]
            streams[0].write_bytes(stdin)
            command = _LOADED.Process(target=carry_out, args=(given, streams, ROOT, self._env))
            command.start()
            command.join(PATIENCE)
            code = command.exitcode
            assert code is not None, f"the command takes longer than {PATIENCE} s"
            command.close()
            return Answer(code, *(stream.read_bytes().decode() for stream in streams[1:]))

    def does(self, *arguments: object, stdin: bytes | str = b"") -> Answer:
        """Carry out one command that must succeed."""
        answer = self.run(*arguments, stdin=stdin)
        assert answer.code == 0, answer
        assert answer.err == ""
        return answer

    def refuses(self, *arguments: object, stdin: bytes | str = b"") -> str:
        """Carry out one command that must fail, with one sentence and no traceback; the sentence."""
        answer = self.run(*arguments, stdin=stdin)
        assert answer.code == 1, answer
        assert answer.err.strip()
        assert "fault of the program" not in answer.err
        assert "Traceback" not in answer.err
        return answer.err

    def start(
        self, *arguments: object, out: IO[bytes] | int = subprocess.PIPE, err: int = subprocess.PIPE
    ) -> subprocess.Popen[bytes]:
        """Start a command and let it run; the caller talks to it and ends it."""
        return subprocess.Popen(
            [*PROGRAM, *self._given(arguments)],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=err,
            cwd=ROOT,
            env=self._env,
        )

    def run_all(self, *commands: Sequence[object]) -> list[Answer]:
        """Carry out several commands side by side; their answers in the same order."""
        running = [self.start(*arguments) for arguments in commands]
        answers = []
        for process in running:
            out, err = process.communicate(timeout=PATIENCE)
            answers.append(Answer(process.returncode, out.decode(), err.decode()))
        return answers

    @staticmethod
    def _given(arguments: tuple[object, ...]) -> list[str | bytes]:
        return [argument if isinstance(argument, bytes) else str(argument) for argument in arguments]


class Door:
    """A `checkin scan` that is kept open, fed line by line."""

    def __init__(self, computer: Computer, event: Path, session: str, *more: object) -> None:
        self._process = computer.start("scan", event, "--session", session, *more)

    def scan(self, text: str) -> dict[str, Any]:
        """Give one line in; the answer, as soon as it is there."""
        _pipe(self._process.stdin).write(f"{text}\n".encode())
        _pipe(self._process.stdin).flush()
        line = _pipe(self._process.stdout).readline()
        assert line, _pipe(self._process.stderr).read().decode()
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> Answer:
        """Tell the end of the input; how the command ended."""
        out, err = self._process.communicate(timeout=PATIENCE)
        return Answer(self._process.returncode, out.decode(), err.decode())

    def kill(self) -> None:
        """Pull the plug."""
        self._process.kill()
        self._process.communicate()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
