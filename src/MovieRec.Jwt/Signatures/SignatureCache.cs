using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Parsing;

namespace MovieRec.Jwt.Signatures;

/// <summary>LRU cache of tokens whose signature is valid, with the key that verified each.</summary>
/// <remarks>
/// It saves parsing and RSA, and decides nothing else: the verifier looks up the key again and checks every claim. Only tokens
/// signed by the issuer get in, so strangers cannot fill it.
/// </remarks>
/// <param name="capacity">Maximum number of tokens; the least recently used one is evicted first. 0 turns the cache off.</param>
internal sealed class SignatureCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TokenDigest, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _newestFirst = new();

    public bool IsOn => capacity > 0;

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    public Entry? Find(TokenDigest digest)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(digest, out var node))
                return null;
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value;
        }
    }

    public void Add(TokenDigest digest, ParsedToken token, VerificationKey key)
    {
        lock (_gate)
        {
            Drop(digest);
            if (_entries.Count >= capacity)
                Drop(_newestFirst.Last!.Value.Digest);
            _entries[digest] = _newestFirst.AddFirst(new Entry(digest, token, key));
        }
    }

    /// <summary>Removes a token that has expired or whose key is gone or replaced.</summary>
    public void Remove(TokenDigest digest)
    {
        lock (_gate)
            Drop(digest);
    }

    private void Drop(TokenDigest digest)
    {
        if (_entries.Remove(digest, out var node))
            _newestFirst.Remove(node);
    }

    internal sealed record Entry(TokenDigest Digest, ParsedToken Token, VerificationKey Key);
}
