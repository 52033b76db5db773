"""The front page: what Regio Zwolle is, what can be done now, what the map tells, what comes and what it yielded."""
