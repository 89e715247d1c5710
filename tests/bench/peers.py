"""The same meta-iterations in PyTorch, in the styles of its meta-learning libraries.

Reads lines from its input and answers each with one line:
  load FILE           tensors of a safetensors file: what all contestants start from
  time CASE STYLE N   seconds that N iterations took
  result CASE STYLE   the meta-gradient at the start, or the losses where it is judged, as float32 in hexadecimal
  memory CASE STYLE   bytes by which this process grows at most in one iteration, after one with a single task
  threads N           threads of libtorch
Styles: loop, a graph for each task (learn2learn); vmap, functorch; hand, tasks as a dimension of every tensor.
"""

import json
import math
import struct
import sys
import time

import functorch
import torch
import torch.nn.functional as F

DATA = {}


def load(path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        body = file.read()
    types = {"F32": torch.float32, "I64": torch.int64}
    for name, entry in header.items():
        if name != "__metadata__":
            first, last = entry["data_offsets"]
            flat = torch.frombuffer(bytearray(body[first:last]), dtype=types[entry["dtype"]])
            DATA[name] = flat.reshape(entry["shape"])


# Models: parameters and points in, predictions out; each for one task, and for a batch with the task in front.


def mlp(theta, x):
    for i in range(0, len(theta), 2):
        x = x @ theta[i] + theta[i + 1]
        if i + 2 < len(theta):
            x = x.relu()
    return x


def mlp_batch(theta, x):
    for i in range(0, len(theta), 2):
        x = torch.baddbmm(theta[i + 1], x, theta[i])
        if i + 2 < len(theta):
            x = x.relu()
    return x


def normalised(x, scale, shift):
    mean = x.mean((0, 2, 3), keepdim=True)
    variance = ((x - mean) ** 2).mean((0, 2, 3), keepdim=True)
    return (x - mean) * (variance + 1e-5).rsqrt() * scale.view(1, -1, 1, 1) + shift.view(1, -1, 1, 1)


def conv4(theta, x, plain=False):
    x = x.unsqueeze(1)
    for i in range(0, 12, 3):
        x = F.conv2d(x, theta[i], stride=2, padding=1)
        if plain:
            x = normalised(x, theta[i + 1], theta[i + 2])
        else:
            x = F.batch_norm(x, None, None, theta[i + 1], theta[i + 2], training=True)
        x = x.relu()
    x = x.flatten(1)
    return x @ theta[12] + theta[13] if len(theta) > 12 else x


def conv4_batch(theta, x):
    tasks, points = x.shape[:2]
    x = x.transpose(0, 1)
    for i in range(0, 12, 3):
        x = F.conv2d(x, theta[i].flatten(0, 1), stride=2, padding=1, groups=tasks)
        x = F.batch_norm(x, None, None, theta[i + 1].flatten(), theta[i + 2].flatten(), training=True)
        x = x.relu()
    x = x.reshape(points, tasks, -1).transpose(0, 1)
    return torch.baddbmm(theta[13], x, theta[12])


def squared(p, y):
    return (p - y).square().mean()


def squared_batch(p, y):
    return (p - y).square().mean((1, 2))


def entropy(p, y):
    return F.cross_entropy(p, y)


def entropy_plain(p, y):
    return -p.log_softmax(-1).gather(-1, y.unsqueeze(-1)).mean()


def entropy_batch(p, y):
    return -p.log_softmax(-1).gather(-1, y.unsqueeze(-1)).squeeze(-1).mean(1)


# MAML in three styles: the mean query loss after the inner steps.


def maml_loop(theta, batch, model, loss, rate, steps):
    total = 0
    for support_x, support_y, query_x, query_y in zip(*batch):
        fast = theta
        for _ in range(steps):
            slopes = torch.autograd.grad(loss(model(fast, support_x), support_y), fast, create_graph=True)
            fast = [w - rate * g for w, g in zip(fast, slopes)]
        total = total + loss(model(fast, query_x), query_y)
    return torch.autograd.grad(total / len(batch[0]), theta)


def maml_vmap(theta, batch, model, loss, rate, steps):
    def task(fast, support_x, support_y, query_x, query_y):
        for _ in range(steps):
            slopes = functorch.grad(lambda w: loss(model(w, support_x), support_y))(fast)
            fast = [w - rate * g for w, g in zip(fast, slopes)]
        return loss(model(fast, query_x), query_y)

    def mean(w):
        return functorch.vmap(task, in_dims=(None, 0, 0, 0, 0))(w, *batch).mean()

    return functorch.grad(mean)([w.detach() for w in theta])


def maml_hand(theta, batch, model, loss, rate, steps):
    support_x, support_y, query_x, query_y = batch
    fast = [w.expand(len(support_x), *w.shape) for w in theta]
    for _ in range(steps):
        slopes = torch.autograd.grad(loss(model(fast, support_x), support_y).sum(), fast, create_graph=True)
        fast = [w - rate * g for w, g in zip(fast, slopes)]
    return torch.autograd.grad(loss(model(fast, query_x), query_y).mean(), theta)


def maml(name, models, losses, rate, steps):
    forms = {"loop": maml_loop, "vmap": maml_vmap, "hand": maml_hand}

    def gradient(style, theta):
        batch = [DATA[f"{name}.{part}"] for part in ("support_x", "support_y", "query_x", "query_y")]
        return forms[style](theta, batch, models[style], losses[style], rate, steps)

    return name, gradient


# Judging a start: each task's query loss before the first inner step and after each.


def judged_task(theta, support_x, support_y, query_x, query_y, model, loss, rate, steps):
    losses = []
    for step in range(steps + 1):
        with torch.no_grad():
            losses.append(loss(model(theta, query_x), query_y))
        if step < steps:
            theta = [w.detach().requires_grad_() for w in theta]
            slopes = torch.autograd.grad(loss(model(theta, support_x), support_y).sum(), theta)
            theta = [w - rate * g for w, g in zip(theta, slopes)]
    return torch.stack(losses)


def judging(name, rate, steps):
    def losses(style, theta):
        batch = [DATA[f"{name}.{part}"] for part in ("support_x", "support_y", "query_x", "query_y")]
        theta = [w.detach() for w in theta]
        if style == "hand":
            theta = [w.expand(len(batch[0]), *w.shape) for w in theta]
            return [judged_task(theta, *batch, mlp_batch, squared_batch, rate, steps)]
        return [torch.stack([judged_task(theta, *task, mlp, squared, rate, steps) for task in zip(*batch)], 1)]

    return name, losses


# ProtoNet, one episode after another: support and query are embedded together, as in Snell's program.


def protonet(style, theta):
    total = 0
    episodes = [DATA[f"protonet.{part}"] for part in ("support_x", "query_x", "query_y")]
    for support_x, query_x, query_y in zip(*episodes):
        both = conv4(theta, torch.cat([support_x, query_x]))
        prototypes = both[: len(support_x)].unflatten(0, (5, -1)).mean(1)
        distances = torch.cdist(both[len(support_x) :], prototypes).square()
        total = total + entropy(-distances, query_y)
    return torch.autograd.grad(total / len(episodes[0]), theta)


# The LSTM optimiser of Ravi and Larochelle, of the model's six parameters and the eight of its own: what it reads counts
# as a constant, so that a graph begins anew at each step. One function updates one task's coordinates or all tasks'.


def log_sign(x):
    return torch.stack([(x.abs().log() / 10).clamp(min=-1), (x * math.exp(10)).clamp(-1, 1)], -1)


# For vmap, which does not know torch.lstm_cell.
def lstm_cell_plain(x, state, w_x, w_h, b_x, b_h):
    i, f, g, o = (F.linear(x, w_x, b_x) + F.linear(state[0], w_h, b_h)).chunk(4, 1)
    c = f.sigmoid() * state[1] + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), c


def lstm_update(cell, rho, before, slope, loss, state):
    h, c, forget, admit = state
    read = torch.cat([log_sign(loss).unsqueeze(-2).expand(*slope.shape, 2), log_sign(slope)], -1)
    h, c = cell(read.flatten(0, -2), (h, c), rho[0].t(), rho[1].t(), rho[2][0], rho[3][0])
    rows = before.reshape(-1, 1)
    forget = torch.addmm(rho[5], torch.cat([h, rows, forget], 1), rho[4])
    admit = torch.addmm(rho[7], torch.cat([h, rows, admit], 1), rho[6])
    after = forget.sigmoid() * rows - admit.sigmoid() * slope.reshape(-1, 1)
    return after.reshape(before.shape), (h, c, forget, admit)


def lstm_adapted(theta, rho, tasks, slopes, cell=torch.lstm_cell, steps=10):
    def parts(flat):
        lengths = [math.prod(w.shape[len(tasks) :]) for w in theta]
        return [v.reshape(w.shape) for v, w in zip(flat.split(lengths, -1), theta)]

    flat = torch.cat([w.flatten(len(tasks)) for w in theta], -1)
    h, gate = flat.new_zeros(flat.numel(), len(rho[1])), flat.new_zeros(flat.numel(), 1)
    state = h, h, gate, gate
    for _ in range(steps):
        gradients, loss = slopes(parts(flat.detach()))
        slope = torch.cat([g.flatten(len(tasks)) for g in gradients], -1).detach()
        flat, state = lstm_update(cell, rho, flat, slope, loss.detach(), state)
    return parts(flat)


def slopes_of(model, loss, x, y):
    def slopes(fast):
        for w in fast:
            w.requires_grad_()
        value = loss(model(fast, x), y)
        return torch.autograd.grad(value.sum(), fast), value

    return slopes


def lstm_loop(theta, rho, batch):
    total = 0
    for support_x, support_y, query_x, query_y in zip(*batch):
        fast = lstm_adapted(theta, rho, [], slopes_of(mlp, squared, support_x, support_y))
        total = total + squared(mlp(fast, query_x), query_y)
    return torch.autograd.grad(total / len(batch[0]), theta + rho)


def lstm_vmap(theta, rho, batch):
    def task(start, rule, support_x, support_y, query_x, query_y):
        slopes = functorch.grad_and_value(lambda w: squared(mlp(w, support_x), support_y))
        return squared(mlp(lstm_adapted(start, rule, [], slopes, lstm_cell_plain), query_x), query_y)

    def mean(both):
        return functorch.vmap(task, in_dims=(None, None, 0, 0, 0, 0))(*both, *batch).mean()

    gradients = functorch.grad(mean)(([w.detach() for w in theta], [w.detach() for w in rho]))
    return gradients[0] + gradients[1]


def lstm_hand(theta, rho, batch):
    support_x, support_y, query_x, query_y = batch
    start = [w.expand(len(support_x), *w.shape) for w in theta]
    slopes = slopes_of(mlp_batch, squared_batch, support_x, support_y)
    fast = lstm_adapted(start, rho, [len(support_x)], slopes)
    return torch.autograd.grad(squared_batch(mlp_batch(fast, query_x), query_y).mean(), theta + rho)


def lstm_optimiser(style, meta):
    forms = {"loop": lstm_loop, "vmap": lstm_vmap, "hand": lstm_hand}
    batch = [DATA[f"lstm.{part}"] for part in ("support_x", "support_y", "query_x", "query_y")]
    return forms[style](meta[:6], meta[6:], batch)


# The learned optimiser of Andrychowicz et al. on quadratics: two layers, all coordinates of all tasks as rows, twenty steps
# between two derivatives.


def learned_optimiser(style, rho, steps=100, unroll=20):
    x, y, query_x, query_y = part_of("learned")
    theta = DATA["learned.start.0"].clone()
    first, second, last = rho[:4], rho[4:8], rho[8:]
    none = theta.new_zeros(theta.numel(), len(first[1]))
    one, two = (none, none), (none, none)
    gradients = None
    for _ in range(steps // unroll):
        total = 0
        for _ in range(unroll):
            now = theta.detach().requires_grad_()
            (slope,) = torch.autograd.grad(squared_batch(x @ now, y).sum(), now)
            one = torch.lstm_cell(log_sign(slope.reshape(-1)), one, *cell_of(first))
            two = torch.lstm_cell(one[0], two, *cell_of(second))
            theta = theta + 0.1 * torch.addmm(last[1], two[0], last[0]).reshape(theta.shape)
            total = total + squared_batch(query_x @ theta, query_y)
        parts = torch.autograd.grad((total / steps).mean(), rho)
        gradients = parts if gradients is None else [a + b for a, b in zip(gradients, parts)]
        theta, one, two = theta.detach(), tuple(v.detach() for v in one), tuple(v.detach() for v in two)
    return gradients


def cell_of(parts):
    return parts[0].t(), parts[1].t(), parts[2][0], parts[3][0]


def part_of(name):
    return [DATA[f"{name}.{part}"] for part in ("support_x", "support_y", "query_x", "query_y")]


# A transformer that reads examples and questions, as tokens that see what they may.


def transformer(style, theta, heads=4, layers=3):
    support_x, support_y, query_x, query_y = part_of("transformer")
    parts = iter(theta)
    layer = lambda x: torch.matmul(x, next(parts)) + next(parts)
    norm = lambda x: F.layer_norm(x, x.shape[-1:], next(parts)[0], next(parts)[0])
    x, y = torch.cat([support_x, query_x], 1), torch.cat([support_y, query_y], 1)
    tokens = torch.cat([layer(torch.cat([support_x, support_y], -1)), layer(x)], 1)
    examples, asked = support_x.shape[1], x.shape[1]
    sees = torch.zeros(examples + asked, examples + asked, dtype=torch.bool)
    for i in range(examples):
        sees[i, : i + 1] = True
    for i in range(asked):
        sees[examples + i, : min(i, examples)] = True
        sees[examples + i, examples + i] = True
    split = lambda v: v.unflatten(-1, (heads, -1)).transpose(1, 2)
    for _ in range(layers):
        read = norm(tokens)
        query, key, value = (split(read @ next(parts)) for _ in range(3))
        products = (query @ key.transpose(-1, -2)) / math.sqrt(query.shape[-1])
        weights = products.masked_fill(~sees, -math.inf).softmax(-1)
        tokens = tokens + (weights @ value).transpose(1, 2).flatten(2) @ next(parts)
        tokens = tokens + layer(layer(norm(tokens)).relu())
    loss = squared_batch(layer(norm(tokens)[:, examples:]), y).mean()
    return torch.autograd.grad(loss, theta)


# A memory-augmented network: an LSTM that writes to the least used rows of a memory, and reads by likeness.


def shrinking(rows):
    return (rows.square().sum(-1, keepdim=True) + 1e-8).rsqrt()


def mann_step(theta, shown, state, heads):
    h, c, rows, usage, reads, found = state
    h, c = torch.lstm_cell(torch.cat([shown, found.flatten(1)], -1), (h, c), *cell_of(theta[:4]))
    keys = torch.addmm(theta[5], h, theta[4]).tanh().unflatten(-1, (heads, -1))
    added = torch.addmm(theta[7], h, theta[6]).tanh().unflatten(-1, (heads, -1))
    gate = torch.addmm(theta[9], h, theta[8]).sigmoid().unsqueeze(-1)
    with torch.no_grad():
        least = F.one_hot(usage.topk(heads, -1, largest=False).indices, usage.shape[-1]).to(h.dtype)
        kept = 1 - least.sum(1).unsqueeze(-1)
    writes = torch.lerp(least, reads, gate)
    rows = torch.baddbmm(rows * kept, writes.transpose(1, 2), added)
    reads = ((keys * shrinking(keys)) @ rows.transpose(1, 2) * shrinking(rows).transpose(1, 2)).softmax(-1)
    with torch.no_grad():
        usage = 0.99 * usage + (reads + writes).sum(1)
    return h, c, rows, usage, reads, reads @ rows


def mann(style, theta, slots=128, width=40, heads=4, way=5):
    support_x, support_y, query_x, query_y = part_of("mann")
    tasks, n = support_y.shape
    x = support_x.flatten(2)
    labels = F.one_hot(support_y, way).to(x.dtype)
    before = torch.cat([labels.new_zeros(tasks, 1, way), labels], 1)
    zeros = x.new_zeros
    h = zeros(tasks, len(theta[1]))
    usage = (torch.arange(slots) * (1e-3 / slots)).expand(tasks, -1)
    state = h, h, zeros(tasks, slots, width), usage, zeros(tasks, heads, slots) + 1 / slots, zeros(tasks, heads, width)
    outputs = []
    for i in range(n):
        state = mann_step(theta, torch.cat([x[:, i], before[:, i]], -1), state, heads)
        outputs.append(torch.cat([state[0], state[5].flatten(1)], -1))
    queries = query_y.shape[1]
    state = [part.repeat_interleave(queries, 0) for part in state]
    shown = torch.cat([query_x.flatten(2), before[:, n:].expand(-1, queries, -1)], -1).flatten(0, 1)
    state = mann_step(theta, shown, state, heads)
    asked = torch.cat([state[0], state[5].flatten(1)], -1).unflatten(0, (tasks, queries))
    logits = torch.cat([torch.stack(outputs, 1), asked], 1) @ theta[10] + theta[11]
    loss = entropy_batch(logits, torch.cat([support_y, query_y], 1)).mean()
    return torch.autograd.grad(loss, theta)


# The documents' Meta-LSTM: an LSTM reads a class's description and gives the weights of another that reads sentences.


def read_words(cell, vectors, present):
    sums = vectors @ cell[0].unsqueeze(-3) + (cell[2] + cell[3]).unsqueeze(-3)
    h = c = sums.new_zeros(*sums.shape[:-2], len(cell[1].transpose(0, -2)))
    for t in range(int(present.sum(-1).max())):
        i, f, g, o = (sums[..., t, :] + h @ cell[1]).chunk(4, -1)
        after = f.sigmoid() * c + i.sigmoid() * g.tanh()
        on = present[..., t, None]
        h = torch.where(on, o.sigmoid() * after.tanh(), h)
        c = torch.where(on, after, c)
    return h


def meta_lstm(style, theta, hidden=8):
    support_x, support_y, query_x, query_y = part_of("words")
    descriptions = DATA["words.descriptions"]
    words, reader, heads, score = theta[0], theta[1:5], theta[5:13], theta[13]
    read = read_words(reader, words[descriptions], descriptions != 0)
    shapes = [(words.shape[1], 4 * hidden), (hidden, 4 * hidden), (1, 4 * hidden), (1, 4 * hidden)]
    cells = [
        (read @ heads[2 * i] + heads[2 * i + 1]).unflatten(-1, shape).flatten(0, 1) for i, shape in enumerate(shapes)
    ]
    x, y = torch.cat([support_x, query_x], 1), torch.cat([support_y, query_y], 1)
    way = descriptions.shape[1]
    each = x.repeat_interleave(way, 0)
    logits = (read_words(cells, words[each], each != 0) @ score).squeeze(-1).unflatten(0, (-1, way)).transpose(1, 2)
    return torch.autograd.grad(entropy_batch(logits, y).mean(), theta)


SMALL = {"loop": mlp, "vmap": mlp, "hand": mlp_batch}
IMAGES = {"loop": conv4, "vmap": lambda w, x: conv4(w, x, plain=True), "hand": conv4_batch}
CASES = {
    "sinusoid, 1 step": maml("sinusoid", SMALL, {"loop": squared, "vmap": squared, "hand": squared_batch}, 0.01, 1),
    "sinusoid, 5 steps": maml("sinusoid", SMALL, {"loop": squared, "vmap": squared, "hand": squared_batch}, 0.01, 5),
    "Conv4": maml("conv4", IMAGES, {"loop": entropy, "vmap": entropy_plain, "hand": entropy_batch}, 0.4, 1),
    "ProtoNet": ("protonet", protonet),
    "LSTM optimiser": ("lstm", lstm_optimiser),
    "learned optimiser": ("learned", learned_optimiser),
    "MANN": ("mann", mann),
    "Meta-LSTM": ("words", meta_lstm),
    "transformer": ("transformer", transformer),
    "judging, 10 steps": judging("sinusoid", 0.01, 10),
    "judging, 50 steps": judging("sinusoid", 0.01, 50),
}


def parameters(name):
    count = sum(key.startswith(f"{name}.theta.") for key in DATA)
    return [DATA[f"{name}.theta.{i}"].clone().requires_grad_() for i in range(count)]


def seconds(case, style, iterations):
    name, result = CASES[case]
    theta = parameters(name)
    adam = torch.optim.Adam(theta, 1e-3)
    start = time.perf_counter()
    for _ in range(iterations):
        found = result(style, theta)
        if not case.startswith("judging"):
            for w, g in zip(theta, found):
                w.grad = g
            adam.step()
    return time.perf_counter() - start


def kilobytes(line):
    with open("/proc/self/status") as status:
        return int(next(one for one in status if one.startswith(line)).split()[1])


def growth(case, style):
    name, _ = CASES[case]
    whole = {key: value for key, value in DATA.items() if key.startswith(f"{name}.") and ".theta." not in key}
    DATA.update({key: value[:1] for key, value in whole.items()})
    seconds(case, style, 1)
    DATA.update(whole)
    # From here on the largest is counted anew.
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    before = kilobytes("VmRSS:")
    seconds(case, style, 1)
    return 1024 * (kilobytes("VmHWM:") - before)


for line in sys.stdin:
    verb, *words = line.rstrip("\n").split("\t")
    if verb == "load":
        load(words[0])
        print("loaded", flush=True)
    elif verb == "threads":
        torch.set_num_threads(int(words[0]))
        print(torch.__version__, flush=True)
    elif verb == "time":
        print(seconds(words[0], words[1], int(words[2])), flush=True)
    elif verb == "memory":
        print(growth(*words), flush=True)
    elif verb == "result":
        name, result = CASES[words[0]]
        flat = torch.cat([part.flatten() for part in result(words[1], parameters(name))])
        print(struct.pack(f"{flat.numel()}f", *flat.tolist()).hex(), flush=True)
