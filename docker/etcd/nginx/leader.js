// Leads clients to the node whose Patroni answers "GET /primary" with 200, which
// only the leader does, and to none while not exactly one node answers so. The
// role in the answer counts too: a node that has just taken the lock answers 200
// while its PostgreSQL is still a replica (one write in a switchover got there).

const POSTGRES = 5432;
const PATRONI = 8008;
const LEADS = '200';

function nodes(s) {
  return s.variables.nodes.split(' ');
}

function answers() {
  return ngx.shared.answers;
}

// Asks all nodes; each answer counts as soon as it is there.
async function check(s) {
  await Promise.all(nodes(s).map(ask));
}

async function ask(node) {
  let answer;
  try {
    const reply = await ngx.fetch(`http://${node}:${PATRONI}/primary`, { method: 'GET' });
    const said = await reply.json();
    answer = reply.status === 200 && said.role !== 'primary' ? `200 from a ${said.role}` : `${reply.status}`;
  } catch (e) {
    answer = `nothing: ${e.message}`;
  }
  const before = answers().get(node);
  answers().set(node, answer);
  if (answer !== before) {
    ngx.log(ngx.WARN, `Server nodes/${node} is ${answer === LEADS ? 'UP' : 'DOWN'}, reason: GET /primary answered ${answer}`);
  }
}

function leaders(s) {
  return nodes(s).filter(node => answers().get(node) === LEADS);
}

// Decides on a new connection; what it goes by stands in the log beside it.
function admit(s) {
  const found = leaders(s);
  s.variables.why = nodes(s).map(node => `${node} answered ${answers().get(node)}`).join(', ');
  if (found.length === 1) {
    s.variables.leader = `${found[0]}:${POSTGRES}`;
    s.allow();
  } else {
    s.variables.leader = 'nobody';
    s.deny();
  }
}

// The status page is sent when the client has asked for it.
function request(s) {
  s.on('upload', (data, flags) => {
    if (data.length > 0 || flags.last) {
      s.done();
    }
  });
}

function page(s) {
  const servers = nodes(s).map(node => ({
    name: node,
    status: answers().get(node) === LEADS ? 'UP' : 'DOWN',
    check: `GET /primary ${answers().get(node)}`,
  }));
  const body = JSON.stringify(servers, null, 2) + '\n';
  return 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n'
    + `Content-Length: ${body.length}\r\n\r\n${body}`;
}

export default { check, admit, request, page };
