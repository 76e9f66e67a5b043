using MovieRec.Engine.Binary;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>Feedback of a user on an item, such as a rating or an entry on a list.</summary>
/// <param name="User">Number of the user, from 0; numbers may be unused.</param>
/// <param name="Item">Number of the item, from 0; numbers may be unused.</param>
/// <param name="Weight">Strength, above 0; 1 for plain implicit feedback.</param>
public readonly record struct Interaction(int User, int Item, float Weight);

/// <summary>Immutable sparse user-item matrix X, readable by user and by item.</summary>
public sealed class Interactions
{
    private readonly SparseRows _byUser;
    private readonly SparseRows _byItem;

    private Interactions(SparseRows byUser, SparseRows byItem) => (_byUser, _byItem) = (byUser, byItem);

    /// <summary>Number of users, the rows.</summary>
    public int UserCount => _byUser.Count;

    /// <summary>Number of items, the columns.</summary>
    public int ItemCount => _byItem.Count;

    /// <summary>Number of non-zero entries.</summary>
    public int Count => _byUser.ValueCount;

    /// <summary>Builds the matrix; if a user and an item have several entries, the largest counts.</summary>
    /// <param name="entries">Entries in any order.</param>
    /// <param name="users">Number of rows; every user's number is smaller.</param>
    /// <param name="items">Number of columns; every item's number is smaller.</param>
    public static Interactions Build(IReadOnlyList<Interaction> entries, int users, int items)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var order = new long[entries.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)entries[i].User * items) + entries[i].Item;
        var numbers = new int[order.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        Array.Sort(order, numbers);
        var builder = new SparseRows.Builder(users, order.Length);
        var at = 0;
        for (var user = 0; user < users; user++)
        {
            while (at < order.Length && order[at] < (user + 1L) * items)
            {
                var (place, weight) = (order[at], 0f);
                for (; at < order.Length && order[at] == place; at++)
                    weight = Math.Max(weight, entries[numbers[at]].Weight);
                builder.Add((int)(place - ((long)user * items)), weight);
            }
            builder.EndRow();
        }
        var byUser = builder.Build();
        return new Interactions(byUser, byUser.Transpose(items));
    }

    /// <summary>Returns the items of a user, ascending.</summary>
    public ReadOnlySpan<int> GetItems(int user) => _byUser[user].Ids;

    /// <summary>Returns the users of an item, ascending.</summary>
    public ReadOnlySpan<int> GetUsers(int item) => _byItem[item].Ids;

    /// <summary>Returns the weights of <see cref="GetUsers"/>, in the same order.</summary>
    public ReadOnlySpan<float> WeightsOfItem(int item) => _byItem[item].Values;

    /// <summary>Returns the items and weights of a user.</summary>
    internal SparseRow GetRow(int user) => _byUser[user];

    /// <summary>Returns the users and weights of an item.</summary>
    internal SparseRow GetColumn(int item) => _byItem[item];
}
