-- What wrk sends to POST /t/events: the bodies of the tracker, each with ids of its own.
--
--   TRACKING=tk_… KIND=page_view wrk -t 2 -c 64 -d 60 -s Bench/ingest.lua http://127.0.0.1:PORT
--
-- KIND      page_view or conversion
-- KNOWN     how many contacts `headwater bench fill` made: half of the conversions are by these. With 0, the default,
--           they are by contacts that this run made before
-- TARGET    the path (/t/events)
--
-- One visitor in three is new. Everything but the ids and times is put together before the first request.

local ffi = require "ffi"
ffi.cdef [[
  typedef struct { long seconds, nanoseconds; } hw_time;
  int clock_gettime(int clock, hw_time *time);
]]

local format, random, floor = string.format, math.random, math.floor
local REMEMBERED = 4096 -- visitors a thread knows
local threads = 0

-- Every thread has a number, and with it ids that no other makes.
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local folder = debug.getinfo(1, "S").source:match("^@(.*/)") or "./"

local function lines(name)
  local all = {}
  for line in assert(io.open(folder .. name)):lines() do all[#all + 1] = line end
  return all
end

-- The text between the marks that change with each request, and the names of those marks in order.
local function split(text)
  local texts, marks, from = {}, {}, 1
  for before, mark, after in text:gmatch("()@(%u+)@()") do
    texts[#texts + 1] = text:sub(from, before - 1)
    marks[#marks + 1] = mark
    from = after
  end
  texts[#texts + 1] = text:sub(from)
  return texts, marks
end

local LENGTHS = { EVENT = 36, SESSION = 36, VISITOR = 36, NOW = 13, ARRIVED = 13, ISNEW = 5, EMAIL = 32 }

local function template(body, agent, host)
  local texts, marks = split(body)
  local length = 0
  for _, text in ipairs(texts) do length = length + #text end
  for _, mark in ipairs(marks) do length = length + assert(LENGTHS[mark], mark) end
  texts[1] = table.concat({
    "POST " .. (os.getenv("TARGET") or "/t/events") .. " HTTP/1.1", "Host: " .. host, "User-Agent: " .. agent,
    "Accept: */*", "Accept-Language: en-US,en;q=0.9", "Accept-Encoding: gzip, deflate, br",
    "Origin: " .. body:match('"url":"(https?://[^/?"]+)'), "Content-Type: text/plain;charset=UTF-8",
    "Content-Length: " .. length }, "\r\n") .. "\r\n\r\n" .. texts[1]
  return { texts = texts, marks = marks, parts = {} }
end

local PAGES = { "/", "/treatments", "/prices", "/about", "/contact", "/book", "/botox", "/team" }
local arrivals, others = {}, {} -- templates by landing: the landing itself, and a later page of the session

local function prepare(kind, tracking, host)
  local body = lines(kind == "conversion" and "conversion.json" or "page-view.json")[1]
  local agents = lines("user-agents.txt")
  for n, line in ipairs(lines("corpus.tsv")) do
    local landing, referrer = line:match("^(.-)\t(.*)$")
    local page = landing:match("^https?://[^/?]+") .. PAGES[n % #PAGES + 1]
    local function fill(url, from)
      local values = { TRACKING = tracking, LANDING = landing, REFERRER = referrer, URL = url, FROM = from }
      return template(body:gsub("@(%u+)@", values), agents[n % #agents + 1], host)
    end
    arrivals[n], others[n] = fill(landing, referrer), fill(page, landing)
  end
end

local clock, prefix, milliseconds, uses = ffi.new("hw_time"), "", 0, 0

-- The clock is read for every eighth request.
local function tick()
  if uses % 8 == 0 then
    ffi.C.clock_gettime(0, clock)
    milliseconds = tonumber(clock.seconds) * 1000 + floor(tonumber(clock.nanoseconds) / 1e6)
    prefix = format("%08x-%04x-7", floor(milliseconds / 65536), milliseconds % 65536)
  end
  uses = uses + 1
end

-- A UUID of version 7: the time, a counter of the thread, and chance.
local count = 0
local function uuid()
  count = count + 1
  return prefix .. format("%03x-8%03x-%04x%08x", floor(count / 65536) % 4096, number, count % 65536, random(0, 2^31 - 1))
end

local visitors, place = {}, 0

local function newVisitor(id, email)
  place = place % REMEMBERED + 1
  local visitor = { id = id or uuid(), email = email, session = uuid(), landing = random(#arrivals), at = milliseconds }
  visitors[place] = visitor
  return visitor
end

local function pageView()
  if uses % 3 == 0 or #visitors == 0 then return newVisitor(), true end
  return visitors[random(#visitors)], false
end

local known = tonumber(os.getenv("KNOWN") or 0)

-- Half of them are contacts already: of the filled database, or of this run.
local function conversion()
  if uses % 2 == 0 or known == 0 and #visitors == 0 then
    local email = format("new-%08x%08x@example.com", random(0, 2^31 - 1), (number * 2^24 + count) % 2^32)
    return newVisitor(nil, email), true
  elseif known > 0 then
    local n = random(0, known - 1)
    return newVisitor(format("00000000-0000-7000-8000-%012x", 3 * n), format("lead-%015d@example.com", n)), false
  end
  return visitors[random(#visitors)], false
end

local choose

function init(args)
  local tracking = assert(os.getenv("TRACKING"), "TRACKING names the account's tracking id")
  local kind = os.getenv("KIND") or "page_view"
  assert(kind == "page_view" or kind == "conversion", "KIND is page_view or conversion")
  ffi.C.clock_gettime(0, clock)
  math.randomseed(tonumber(clock.nanoseconds) + number)
  prepare(kind, tracking, wrk.host .. ":" .. wrk.port)
  choose = kind == "conversion" and conversion or pageView
end

local values = {}

function request()
  tick()
  local visitor, isNew = choose()
  local made = isNew and arrivals[visitor.landing] or others[visitor.landing]
  values.EVENT, values.SESSION, values.VISITOR = uuid(), visitor.session, visitor.id
  values.NOW, values.ARRIVED = format("%.0f", milliseconds), format("%.0f", visitor.at)
  values.ISNEW = isNew and " true" or "false"
  values.EMAIL = visitor.email
  local texts, marks, parts = made.texts, made.marks, made.parts
  for i = 1, #marks do
    parts[2 * i - 1], parts[2 * i] = texts[i], values[marks[i]]
  end
  parts[2 * #marks + 1] = texts[#texts]
  return table.concat(parts)
end

-- wrk itself says how many answers were not 2xx; here, which.
function done(summary, latency, requests)
  io.write(format("events: %d in %.2f s, %.0f a second; p50 %.2f ms, p99 %.2f ms, not taken %d, errors %d\n",
    summary.requests, summary.duration / 1e6, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
