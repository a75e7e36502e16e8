"""Of fragments of Python, in order: the names that each reads before it has them, and those that it leaves behind."""

import ast
import builtins
import json
import sys
import symtable


def tables(table):
    yield table
    for child in table.get_children():
        yield from tables(child)


def of_statement(statement):
    top = symtable.symtable(ast.unparse(statement), "fragment", "exec")
    left = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    read = {s.get_name() for s in top.get_symbols() if s.is_referenced()}
    for table in tables(top):
        if table is not top:
            read |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
    # A loop gives its own variable before it reads it, and a function may call itself.
    return (read if isinstance(statement, ast.Assign) else read - left), left


def of_fragment(source):
    needed, has = set(), set(dir(builtins)) | {"__name__"}
    left = set()
    for statement in ast.parse(source).body:
        read, made = of_statement(statement)
        needed |= read - has
        has |= made
        if not isinstance(statement, (ast.Import, ast.ImportFrom)):
            left |= made
    return {"read": sorted(needed), "left": sorted(left)}


json.dump([of_fragment(source) for source in json.load(sys.stdin)], sys.stdout)
