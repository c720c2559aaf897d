"""Relate: what must hold between linked claims, a file per relation: `relate(link, params, context) -> Verdict`."""
