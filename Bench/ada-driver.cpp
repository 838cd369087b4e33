// Parses the corpus with ada and walks each landing's query: what a classifier could not do without if it did not scan
// for itself. Prints, for two ways to walk, the best and the median round in nanoseconds a pair.
//
//   ada-driver CORPUS SAMPLES
#include "ada.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Pair {
    std::string url;
    std::string referrer;
};

std::vector<Pair> read_corpus(const char* path) {
    std::ifstream file(path);
    std::vector<Pair> pairs;
    for (std::string line; std::getline(file, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) continue;
        pairs.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return pairs;
}

// The cheapest walk: the pairs are looked at where they stand, undecoded.
std::size_t split(std::string_view query) {
    std::size_t seen = 0;
    if (!query.empty()) query.remove_prefix(1);
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto pair = query.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        seen += equals + (pair.size() - equals) * 3;
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return seen;
}

// ada's own walk, which decodes every pair.
std::size_t decode(std::string_view query) {
    std::size_t seen = 0;
    ada::url_search_params parameters(query);
    for (const auto& [key, value] : parameters) seen += key.size() + value.size() * 3;
    return seen;
}

template <std::size_t (*walk)(std::string_view)>
std::size_t parse(const std::vector<Pair>& pairs) {
    std::size_t seen = 0;
    for (const auto& pair : pairs) {
        if (const auto url = ada::parse<ada::url_aggregator>(pair.url)) seen += walk(url->get_search());
        if (pair.referrer.empty()) continue;
        if (const auto referrer = ada::parse<ada::url_aggregator>(pair.referrer)) {
            seen += referrer->get_hostname().size();
        }
    }
    return seen;
}

template <std::size_t (*walk)(std::string_view)>
void measure(const char* name, const std::vector<Pair>& pairs, int samples) {
    using clock = std::chrono::steady_clock;
    constexpr int rounds = 20;
    std::vector<double> figures;
    volatile std::size_t seen = 0;
    for (int sample = 0; sample < samples; ++sample) {
        const auto start = clock::now();
        for (int round = 0; round < rounds; ++round) seen = seen + parse<walk>(pairs);
        const std::chrono::duration<double, std::nano> elapsed = clock::now() - start;
        figures.push_back(elapsed.count() / rounds / static_cast<double>(pairs.size()));
    }
    std::sort(figures.begin(), figures.end());
    std::printf("%s\t%.1f\t%.1f\n", name, figures.front(), figures[figures.size() / 2]);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: ada-driver CORPUS SAMPLES\n", stderr);
        return 64;
    }
    const auto pairs = read_corpus(arguments[1]);
    const int samples = std::atoi(arguments[2]);
    if (pairs.empty() || samples < 1) {
        std::fputs("ada-driver: no pairs to parse\n", stderr);
        return 1;
    }
    measure<split>("ada-split", pairs, samples);
    measure<decode>("ada-decode", pairs, samples);
    return 0;
}
