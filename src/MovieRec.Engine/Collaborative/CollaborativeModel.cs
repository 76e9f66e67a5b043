using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative;

/// <summary>Immutable item-item weights learnt from all users' lists.</summary>
/// <remarks>An item is a title; its weights raise or lower the scores of other titles for a user who has it.</remarks>
public sealed class CollaborativeModel
{
    private readonly Dictionary<TitleKey, int> _items;
    private readonly TitleKey[] _keys;
    private readonly int[] _users;
    private readonly int[] _starts;
    private readonly int[] _targets;
    private readonly Half[] _weights;

    internal CollaborativeModel(string version, int userCount, TitleKey[] keys, int[] users, int[] starts, int[] targets, Half[] weights)
    {
        (Version, UserCount, _keys, _users, _starts, _targets, _weights) = (version, userCount, keys, users, starts, targets, weights);
        _items = new Dictionary<TitleKey, int>(keys.Length);
        for (var item = 0; item < keys.Length; item++)
            _items[keys[item]] = item;
    }

    /// <summary>Name of the model: <c>ease-1-</c> and eight digits of its checksum; part of every response.</summary>
    public string Version { get; }

    /// <summary>Number of users whose lists it was learnt from.</summary>
    public int UserCount { get; }

    /// <summary>Number of titles.</summary>
    public int ItemCount => _keys.Length;

    /// <summary>Number of weights.</summary>
    public int WeightCount => _targets.Length;

    /// <summary>Returns the title of an item, 0 to <see cref="ItemCount"/> - 1.</summary>
    public TitleKey GetKey(int item) => _keys[item];

    /// <summary>Returns the number of users whose lists contained the item.</summary>
    public int GetUsers(int item) => _users[item];

    /// <summary>Finds the item of a title.</summary>
    public bool TryFind(TitleKey key, out int item) => _items.TryGetValue(key, out item);

    /// <summary>Returns the items whose scores an item changes, ascending.</summary>
    public ReadOnlySpan<int> GetTargets(int item) => _targets.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);

    /// <summary>Returns the weights of <see cref="GetTargets"/>, in the same order.</summary>
    public ReadOnlySpan<Half> GetWeights(int item) => _weights.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);
}
