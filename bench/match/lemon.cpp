// LEMON's network simplex on one table: mentees in one, mentors out by their seats, and a way to be left out at a high cost.
// g++ -O3 -march=native -o lemon lemon.cpp; ./lemon FILE prints a line of JSON.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;

int main(int, char** arguments) {
  const int barred = 65535, top = 1000, left_out = 1 << 24;
  FILE* file = fopen(arguments[1], "rb");
  int32_t sizes[2];
  if (!file || fread(sizes, 4, 2, file) != 2) return 1;
  const int mentees = sizes[0], mentors = sizes[1];
  std::vector<int32_t> seats(mentors);
  std::vector<uint16_t> scores(size_t(mentees) * mentors);
  if (fread(seats.data(), 4, seats.size(), file) != seats.size()) return 1;
  if (fread(scores.data(), 2, scores.size(), file) != scores.size()) return 1;
  fclose(file);

  Graph graph;
  size_t pairs = 0;
  for (uint16_t score : scores) pairs += score != barred;
  graph.reserveNode(mentees + mentors + 2);
  graph.reserveArc(pairs + mentees + mentors);
  std::vector<Graph::Node> mentee, mentor;
  for (int i = 0; i < mentees; i++) mentee.push_back(graph.addNode());
  for (int j = 0; j < mentors; j++) mentor.push_back(graph.addNode());
  const Graph::Node sink = graph.addNode();
  std::vector<int> cost, room;
  auto arc = [&](Graph::Node from, Graph::Node to, int price, int most) {
    graph.addArc(from, to);
    cost.push_back(price);
    room.push_back(most);
  };
  for (int i = 0; i < mentees; i++) {
    const uint16_t* row = &scores[size_t(i) * mentors];
    for (int j = 0; j < mentors; j++)
      if (row[j] != barred) arc(mentee[i], mentor[j], top - row[j], 1);
    arc(mentee[i], sink, left_out, 1);
  }
  for (int j = 0; j < mentors; j++) arc(mentor[j], sink, 0, seats[j]);
  Graph::ArcMap<int> costs(graph), rooms(graph);
  for (size_t k = 0; k < cost.size(); k++) {
    costs[Graph::arcFromId(k)] = cost[k];
    rooms[Graph::arcFromId(k)] = room[k];
  }
  Graph::NodeMap<int> supply(graph, 0);
  for (int i = 0; i < mentees; i++) supply[mentee[i]] = 1;
  supply[sink] = -mentees;

  const clock_t start = clock();
  lemon::NetworkSimplex<Graph, int, long long> simplex(graph);
  simplex.costMap(costs).upperMap(rooms).supplyMap(supply).run();
  const long long whole = simplex.totalCost();
  const double seconds = double(clock() - start) / CLOCKS_PER_SEC;
  const long long out = whole / left_out, placed = mentees - out;
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"placed\":%lld,\"total\":%lld,\"seconds\":%.3f,\"megabytes\":%ld}\n", placed,
         top * placed - (whole - out * left_out), seconds, usage.ru_maxrss / 1024);
}
