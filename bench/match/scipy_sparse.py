"""SciPy's min_weight_full_bipartite_matching on one table: seats as columns, a column of her own for who is left out."""

import json
import resource
import sys
import time

import numpy
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

BARRED = 65535

with open(sys.argv[1], "rb") as file:
    mentees, mentors = numpy.fromfile(file, dtype="<i4", count=2)
    seats = numpy.fromfile(file, dtype="<i4", count=mentors)
    scores = numpy.fromfile(file, dtype="<u2").reshape(mentees, mentors)

column_of = numpy.repeat(numpy.arange(mentors), seats)
by_seat = scores[:, column_of]
rows, columns = numpy.nonzero(by_seat != BARRED)
costs = 1001.0 - by_seat[rows, columns]  # a cost of 0 is no pair at all
alone = numpy.arange(mentees)
graph = csr_array(
    (
        numpy.concatenate([costs, numpy.full(mentees, 1e6)]),  # placing somebody comes before any fit
        (numpy.concatenate([rows, alone]), numpy.concatenate([columns, len(column_of) + alone])),
    ),
    shape=(mentees, len(column_of) + mentees),
)
del by_seat, rows, columns, costs
start = time.process_time()
rows, columns = min_weight_full_bipartite_matching(graph)
seconds = time.process_time() - start
placed = columns < len(column_of)
total = scores[rows[placed], column_of[columns[placed]]].astype(int).sum()
print(
    json.dumps(
        {
            "placed": int(placed.sum()),
            "total": int(total),
            "seconds": seconds,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
