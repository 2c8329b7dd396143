"""The network in torch: an encoder, and light heads that read its word vectors.

The encoder is all-MiniLM-L6-v2 (6 layers, 384 wide; Wang et al. 2020, "MiniLM") with two additions: embeddings of case
and of place in quotation, and one position for each word, whose pieces are averaged. Heads on the top layer find cues
and, for each cue, source and content; heads two layers below give tags, names, sentences and heads, where syntax is
found best (Tenney, Das and Pavlick 2019). Shapes: B windows, W words, N cues, D = 384.
"""

import copy
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.models.network.frames import CONTENT as SAID
from onrecord.models.network.frames import CUE, FIRST, NAMED, THING
from onrecord.models.network.stances import VALUES as STANCES
from onrecord.models.network.things import KINDS
from training.batches import PROPOSITIONS, VALUES

WIDTH, ATTENTION_HEADS, INNER, LAYERS, SYNTAX_LAYER = 384, 12, 1536, 6, 4
VOCABULARY, POSITIONS, CASES, QUOTED = 30522, 512, 8, 8
ROLE_WIDTH, ARC_WIDTH = 128, 128
LABELS = 5  # of a role: none, begin and inside of a source, begin and inside of a content
CONTENT = 3  # the first label of a content
READING_WIDTH = 256
STAND_WIDTH, PAIRS = 192, len(PROPOSITIONS) * len(VALUES)
NEAR, STEPS = 6, 14  # distances are told apart up to NEAR words, then by their logarithm
FARTHEST_HEAD, FARTHEST_PARAGRAPH = 32, 3
ALLOWED = torch.tensor([[1, 1, 0, 1, 0], [1, 1, 1, 1, 0], [1, 1, 1, 1, 0], [1, 1, 0, 1, 1], [1, 1, 0, 1, 1]]).bool()
NO_START = torch.tensor([0, 0, 1, 0, 1]).bool()
IMPOSSIBLE = -1e4


class Dropout(nn.Module):
    """Dropout whose masks are cut from one pool of random numbers: drawing them anew takes a quarter of the time."""

    def __init__(self, share: float = 0.1) -> None:
        super().__init__()
        self.share = share
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if self.pool is None or self.pool.numel() <= x.numel():
            self.pool = (torch.rand(max(1 << 23, 2 * x.numel()), device=x.device) >= self.share) / (1 - self.share)
        start = int(torch.randint(self.pool.numel() - x.numel(), (1,)))
        return x * self.pool[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One layer of the encoder, normalised after each step as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.mixed = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_1, self.norm_2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = Dropout()

    def forward(self, x: Tensor, unseen: Tensor | None) -> Tensor:
        b, w, d = x.shape
        heads = (part.view(b, w, ATTENTION_HEADS, -1).transpose(1, 2) for part in self.qkv(x).chunk(3, -1))
        seen = functional.scaled_dot_product_attention(*heads, attn_mask=unseen)
        x = self.norm_1(x + self.drop(self.mixed(seen.transpose(1, 2).reshape(b, w, d))))
        return self.norm_2(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces, case and quotation to word vectors of the top layer and of the layer that syntax is read from."""

    def __init__(self) -> None:
        super().__init__()
        self.piece, self.position = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case, self.quoted = nn.Embedding(CASES, WIDTH), nn.Embedding(QUOTED, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for added in (self.case, self.quoted):
            nn.init.zeros_(added.weight)

    def forward(self, pieces: Tensor, case: Tensor, quoted: Tensor, seen: Tensor | None) -> tuple[Tensor, Tensor]:
        """Take pieces B × W × 4 (0 for none), case and quoted B × W, seen B × W (None: all)."""
        there = (pieces > 0).to(torch.float32)
        word = (self.piece(pieces) * there[..., None]).sum(-2) / there.sum(-1, keepdim=True).clamp(min=1)
        x = word + self.position.weight[: pieces.shape[1]] + self.kind + self.case(case) + self.quoted(quoted)
        x = syntax = self.drop(self.norm(x))
        unseen = None if seen is None else (~seen * IMPOSSIBLE)[:, None, None]
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, unseen)
            if number == SYNTAX_LAYER:
                syntax = x
        return x, syntax

    def load(self, path: Path) -> None:
        """Take over the weights of the published model."""
        weights = load_file(path)
        own = {"piece.weight": "word_embeddings.weight", "position.weight": "position_embeddings.weight"}
        state = {name: weights[f"embeddings.{theirs}"] for name, theirs in own.items()}
        state["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
        parts = {
            "mixed": "attention.output.dense", "norm_1": "attention.output.LayerNorm",
            "widen": "intermediate.dense", "narrow": "output.dense", "norm_2": "output.LayerNorm",
        }  # fmt: skip
        for kind in ("weight", "bias"):
            state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
            for at in range(LAYERS):
                theirs = f"encoder.layer.{at}"
                qkv = [weights[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                state[f"layers.{at}.qkv.{kind}"] = torch.cat(qkv)
                state |= {
                    f"layers.{at}.{ours}.{kind}": weights[f"{theirs}.{part}.{kind}"] for ours, part in parts.items()
                }
        left = self.load_state_dict(state, strict=False)
        if left.unexpected_keys or set(left.missing_keys) != {"case.weight", "quoted.weight"}:
            raise ValueError(f"{path} is not all-MiniLM-L6-v2: {left}")


class Around(nn.Module):
    """A convolution over five words, so many apart, as one matrix product."""

    def __init__(self, apart: int) -> None:
        """Learn one vector for each of the five places."""
        super().__init__()
        self.apart, self.mix = apart, nn.Linear(5 * ROLE_WIDTH, ROLE_WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        """Take N × W × width, give the same."""
        wide = functional.pad(x, (0, 0, 2 * self.apart, 2 * self.apart))
        shifted = [wide[:, at : at + x.shape[1]] for at in range(0, 5 * self.apart, self.apart)]
        return self.mix(torch.cat(shifted, -1))


class Cues(NamedTuple):
    """N cues: the window of each, its first word and the one after its last."""

    of: Tensor
    first: Tensor
    last: Tensor


class Stands(nn.Module):
    """Where a statement puts its speaker on every proposition, from its cue and the words likely to be its content."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.look = nn.Linear(WIDTH, STAND_WIDTH), nn.Linear(ROLE_WIDTH, 1)
        self.read = nn.Sequential(
            nn.Linear(WIDTH + 2 * STAND_WIDTH, STAND_WIDTH), nn.GELU(), Dropout(0.2),
            nn.Linear(STAND_WIDTH, PAIRS + len(PROPOSITIONS) + len(VALUES) + 1),
        )  # fmt: skip

    def forward(self, cue: Tensor, read: Tensor, near: Tensor, content: Tensor) -> Tensor:
        """Take N cues, words read by `word`, the same as seen from each cue, and how likely each is content (N × L).

        Return scores of no stand and of every value on every proposition, N × (1 + pairs). What "she denies" tells of
        a value and "the voice" of a proposition is learned apart from the two together, of which there are few.
        """
        mean = (read * content[..., None]).sum(1) / (content.sum(1, keepdim=True) + 0.1)
        look = (self.look(near)[..., 0] + (content + 1e-3).log()).softmax(-1)
        found = self.read(torch.cat([cue, mean, (read * look[..., None]).sum(1)], -1))
        pairs, of, values = found.split((PAIRS, len(PROPOSITIONS), len(VALUES) + 1), -1)
        stands = pairs.view(-1, len(PROPOSITIONS), len(VALUES)) + of[:, :, None] + values[:, None, 1:]
        return torch.cat([values[:, :1], stands.flatten(1)], 1)


class Roles(nn.Module):
    """For every cue, scores of source and content over all words; and its act and attitude."""

    def __init__(self, acts: int) -> None:
        super().__init__()
        self.word, self.cue, self.gate = (nn.Linear(WIDTH, ROLE_WIDTH) for _ in range(3))
        self.distance, self.in_cue = nn.Embedding(2 * STEPS, ROLE_WIDTH), nn.Embedding(2, ROLE_WIDTH)
        self.paragraph = nn.Embedding(2 * FARTHEST_PARAGRAPH + 1, ROLE_WIDTH)
        self.near, self.far = Around(1), Around(2)
        self.label, self.drop = nn.Linear(ROLE_WIDTH, LABELS), Dropout()
        self.moves, self.starts = nn.Parameter(torch.zeros(LABELS, LABELS)), nn.Parameter(torch.zeros(LABELS))
        self.stands = Stands()
        self.act = nn.Sequential(nn.Linear(WIDTH, ROLE_WIDTH), nn.GELU(), Dropout(), nn.Linear(ROLE_WIDTH, acts + 2))

    def forward(
        self, words: Tensor, cues: Cues, paragraph: Tensor, places: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Take words B × W × D and paragraph B × W; score the words at `places` (N × L), or all words.

        Return scores of roles, of acts and of stands.
        """
        every = torch.arange(words.shape[1])[None]
        inside = ((every >= cues.first[:, None]) & (every < cues.last[:, None])).to(words.dtype)
        cue = (words[cues.of] * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
        places = every.expand(len(cue), -1) if places is None else places
        of = cues.of[:, None]
        word, inside = self.word(words)[of, places], inside.gather(1, places)
        away = (places - cues.first[:, None]).clamp(max=0) + (places - cues.last[:, None] + 1).clamp(min=0)
        apart = paragraph[of, places] - paragraph[of, cues.first[:, None]]
        apart = apart.clamp(-FARTHEST_PARAGRAPH, FARTHEST_PARAGRAPH) + FARTHEST_PARAGRAPH
        x = word + self.cue(cue)[:, None] + word * torch.tanh(self.gate(cue))[:, None]
        x = x + self.distance(_steps(away)) + self.in_cue(inside.long()) + self.paragraph(apart)
        x = self.drop(functional.gelu(x))
        x = x + functional.gelu(self.near(x))
        x = x + functional.gelu(self.far(x))
        scores = self.label(self.drop(x))
        content = scores.detach().softmax(-1)[..., CONTENT:].sum(-1)
        return scores, self.act(cue), self.stands(cue, self.stands.word(words)[of, places], x, content)

    def paths(self) -> tuple[Tensor, Tensor]:
        """Return the scores of moves between labels and of first labels, the impossible ones ruled out."""
        return self.moves.masked_fill(~ALLOWED, IMPOSSIBLE), self.starts.masked_fill(NO_START, IMPOSSIBLE)

    def loss(self, scores: Tensor, labels: Tensor, there: Tensor) -> Tensor:
        """Return the negative log likelihood of labels N × W as paths (Lafferty et al. 2001); word 0 is no word."""
        moves, starts = self.paths()
        right = (scores.gather(2, labels[..., None])[..., 0] * there).sum(1) + starts[labels[:, 1]]
        right = right + (moves[labels[:, 1:-1], labels[:, 2:]] * there[:, 2:]).sum(1)
        total = scores[:, 1] + starts
        for at in range(2, scores.shape[1]):
            reached = torch.logsumexp(total[:, :, None] + moves, 1) + scores[:, at]
            total = torch.where(there[:, at, None] > 0, reached, total)
        return torch.logsumexp(total, 1) - right


class Reading(nn.Module):
    """A second, short reading of the words of one question, which are marked with what they are to it.

    Two layers that begin as the encoder's last two, and what is read off their answers: at the cue, at the content, at
    the thing, and at a place before all words, which tells the kind of the thing.
    """

    def __init__(self, network: "Network", outcomes: int) -> None:
        """Begin with a trained network."""
        super().__init__()
        self.layers = copy.deepcopy(network.encoder.layers[SYNTAX_LAYER:])
        self.role, self.mark, self.kind = (nn.Embedding(size, WIDTH) for size in (NAMED + 1, FIRST + 1, len(KINDS)))
        for added in (self.role, self.mark, self.kind):
            nn.init.normal_(added.weight, std=0.02)
        self.read = nn.Sequential(
            nn.Linear(4 * WIDTH, READING_WIDTH), nn.GELU(), Dropout(0.2), nn.Linear(READING_WIDTH, outcomes)
        )

    def forward(self, words: Tensor, roles: Tensor, marks: Tensor, kind: Tensor, seen: Tensor | None) -> Tensor:
        """Take words N × L × D, what each is (N × L), kinds of the things (N), and which are words (None: all)."""
        x = torch.cat([self.kind(kind)[:, None], words + self.role(roles) + self.mark(marks)], 1)
        unseen = None if seen is None else functional.pad(~seen * IMPOSSIBLE, (1, 0))[:, None, None]
        for layer in self.layers:
            x = layer(x, unseen)
        first, x = x[:, 0], x[:, 1:]
        places = (roles == CUE, roles == SAID, (marks == THING) | (marks == FIRST))
        found: Tensor = self.read(torch.cat([first, *(_mean(x, place) for place in places)], -1))
        return found


class Stances(Reading):
    """For a statement and a thing, scores of no stand and of every value on each proposition."""

    def __init__(self, network: "Network") -> None:
        """Begin with a trained network."""
        super().__init__(network, len(PROPOSITIONS) * len(STANCES) + len(PROPOSITIONS) + len(STANCES) + 1)

    def forward(self, words: Tensor, roles: Tensor, marks: Tensor, kind: Tensor, seen: Tensor | None) -> Tensor:
        """Return N × (1 + pairs).

        What a cue tells of a value and "the voice" of a proposition is learned apart from the two together, of which
        there are few.
        """
        found = super().forward(words, roles, marks, kind, seen)
        pairs, of, values = found.split((len(PROPOSITIONS) * len(STANCES), len(PROPOSITIONS), len(STANCES) + 1), -1)
        stands = pairs.view(-1, len(PROPOSITIONS), len(STANCES)) + of[:, :, None] + values[:, None, 1:]
        return torch.cat([values[:, :1], stands.flatten(1)], 1)


def _mean(x: Tensor, place: Tensor) -> Tensor:
    weight = place[..., None].to(x.dtype)
    return (x * weight).sum(1) / (weight.sum(1) + 0.1)


class Syntax(nn.Module):
    """Tags, kinds, names and first words of sentences, word by word; biaffine heads (Dozat and Manning 2017)."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.sizes = [sizes["tags"], sizes["kinds"], sizes["names"], 2]
        self.flat = nn.Linear(WIDTH, sum(self.sizes))
        self.child, self.head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc, self.any_child = nn.Parameter(0.1 * torch.eye(ARC_WIDTH)), nn.Linear(ARC_WIDTH, 1)
        self.apart = nn.Embedding(2 * FARTHEST_HEAD + 1, 1)
        self.as_child, self.as_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.relation = nn.Linear(ARC_WIDTH, sizes["relations"])
        nn.init.zeros_(self.apart.weight)

    def labels(self, words: Tensor) -> tuple[Tensor, ...]:
        """Return scores of tags, of kinds, of names and of beginning a sentence."""
        return self.flat(words).split(self.sizes, -1)

    def arcs(self, words: Tensor) -> Tensor:
        """Return scores B × W × W of the second word as the head of the first."""
        child, head = functional.gelu(self.child(words)), functional.gelu(self.head(words))
        place = torch.arange(words.shape[1])
        apart = (place[None] - place[:, None]).clamp(-FARTHEST_HEAD, FARTHEST_HEAD) + FARTHEST_HEAD
        likely = (child @ self.arc) @ head.transpose(1, 2) + self.any_child(head).transpose(1, 2)
        return likely + self.apart(apart)[..., 0]

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return scores of the relation of each word to its head (B × W)."""
        above = self.as_head(words).gather(1, heads[..., None].expand(-1, -1, ARC_WIDTH))
        return self.relation(functional.relu(self.as_child(words) + above))


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.cue, self.thing = _head(WIDTH, 6), _head(ROLE_WIDTH, len(KINDS) + 2)
        self.roles, self.syntax = Roles(sizes["acts"]), Syntax(sizes)


def _head(width: int, labels: int) -> nn.Sequential:
    """Return a head that reads words one by one."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), Dropout(), nn.Linear(width, labels))


def _steps(away: Tensor) -> Tensor:
    """Number signed distances: one by one up to NEAR, then two numbers for each doubling."""
    far = away.abs().float()
    number = torch.where(far < NEAR, far, NEAR + torch.log2(far.clamp(min=NEAR) / NEAR) * 2).long().clamp(max=STEPS - 1)
    return torch.where(away > 0, number + STEPS, number)
