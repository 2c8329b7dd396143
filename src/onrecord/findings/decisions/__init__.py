"""Laying the decisions of people over a record: what they settled holds, whatever the record is made from."""
