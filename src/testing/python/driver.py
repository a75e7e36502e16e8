"""Runs exported programs, each in its folder, and writes what is asked for of their variables as JSON."""
import contextlib
import io
import json
import os
import runpy
import sys
import traceback
import warnings

import numpy as np
import pandas as pd


def plain(value):
    """A value as JSON: frames by column with their index, arrays as lists, missing as null."""
    if isinstance(value, pd.DataFrame):
        columns = {str(name): plain(value[name]) for name in value.columns}
        return {"index": [int(i) for i in value.index], "columns": columns}
    if isinstance(value, pd.Series):
        if pd.api.types.is_datetime64_any_dtype(value):
            return [None if pd.isna(v) else int(v.value // 10**6) for v in value]
        return [plain(v) for v in value.tolist()]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, (np.bool_, bool)):
        return bool(value)
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return None
    if value is None or isinstance(value, (int, float, str)):
        return value
    if value is pd.NaT or value is pd.NA:
        return None
    return str(type(value))


def play(job):
    os.chdir(job["folder"])
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = runpy.run_path("pipeline.py")
            if job.get("then"):
                exec(job["then"], found)
        wanted = {name: plain(found[name]) for name in job["variables"]}
        return {"ok": True, "variables": wanted, "said": said.getvalue()}
    except BaseException:
        return {"ok": False, "why": traceback.format_exc(), "said": said.getvalue()}


jobs = json.load(sys.stdin)
json.dump([play(job) for job in jobs], sys.stdout, allow_nan=False)
