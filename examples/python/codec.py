"""Records in the registry's wire format: 0x00, the schema's id in four bytes, Avro."""

import datetime
import decimal
import io
import json
import struct
import urllib.parse
import urllib.request

import avro.io
import avro.schema

HEADER = struct.Struct(">bI")
TIMEOUT_SECONDS = 30
# More than three places are an error, never rounded away.
EXACT = decimal.Context(prec=18, traps=[decimal.Inexact, decimal.InvalidOperation])
PLACES = decimal.Decimal("0.001")


class Registry:
    """Looks schemas up; never registers one."""

    def __init__(self, url):
        self._url = url.rstrip("/")
        self._schemas = {}

    def latest(self, subject):
        """Id and schema of the subject's last version."""
        found = self._get(f"/subjects/{urllib.parse.quote(subject)}/versions/latest")
        return found["id"], avro.schema.parse(found["schema"])

    def by_id(self, schema_id):
        if schema_id not in self._schemas:
            found = self._get(f"/schemas/ids/{schema_id}")
            self._schemas[schema_id] = avro.schema.parse(found["schema"])
        return self._schemas[schema_id]

    def _get(self, path):
        with urllib.request.urlopen(self._url + path, timeout=TIMEOUT_SECONDS) as answer:
            return json.load(answer)


def encode(registry, subject, report):
    schema_id, schema = registry.latest(subject)
    out = io.BytesIO()
    out.write(HEADER.pack(0, schema_id))
    avro.io.DatumWriter(schema).write(_record(schema, report), avro.io.BinaryEncoder(out))
    return out.getvalue()


def decode(registry, value):
    zero, schema_id = HEADER.unpack_from(value)
    if zero != 0:
        raise ValueError(f"first byte {zero}, not 0")
    body = avro.io.BinaryDecoder(io.BytesIO(value[HEADER.size :]))
    return avro.io.DatumReader(registry.by_id(schema_id)).read(body)


def _record(schema, given):
    """A JSON object as the Avro library has it, with the schema's defaults for what is left out."""
    unknown = given.keys() - {field.name for field in schema.fields}
    if unknown:
        raise ValueError(f"{schema.name} has no {', '.join(sorted(unknown))}")
    record = {}
    for field in schema.fields:
        if field.name not in given and not field.has_default:
            raise ValueError(f"{schema.name} lacks {field.name}")
        record[field.name] = _value(field.type, given.get(field.name, field.default))
    return record


def _value(schema, given):
    if given is None:
        return None
    if schema.type == "union":
        return _value(next(each for each in schema.schemas if each.type != "null"), given)
    if schema.type == "record":
        return _record(schema, given)
    if schema.type == "array":
        return [_value(schema.items, each) for each in given]
    logical = schema.props.get("logicalType")
    if logical == "date":
        return datetime.date.fromisoformat(given)
    if logical == "timestamp-millis":
        return datetime.datetime.fromisoformat(given.replace("Z", "+00:00"))
    if logical == "decimal":
        return decimal.Decimal(given).quantize(PLACES, context=EXACT)
    return given
