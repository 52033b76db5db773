"""Tells at once of a test that failed: a run that is cut short never comes to its summary."""

import os


class AtOnce:
    """Writes each failure where the dots stand, once, in the process that all others report to."""

    def __init__(self, terminal):
        self.terminal = terminal

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.terminal.write_line(f"\n{report.nodeid} ({report.when})\n{report.longreprtext[-4000:]}")


def tell_at_once(config):
    terminal = config.pluginmanager.getplugin("terminalreporter")
    if terminal and "PYTEST_XDIST_WORKER" not in os.environ:
        config.pluginmanager.register(AtOnce(terminal))
