using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Reader of the columns of directors and cast.</summary>
internal sealed class CreditColumns
{
    private readonly Credits _cast;
    private readonly Credits _directors;
    private readonly string[] _people;
    private int _met;

    /// <param name="columns">Columns to read.</param>
    /// <param name="names">Names of people by number; if null, people are given as tokens.</param>
    public CreditColumns(ColumnReader columns, string?[]? names)
    {
        (_cast, _directors) = (new Credits(columns), new Credits(columns));
        var hashes = columns.Hashes();
        IsConsistent = names is null || names.Length == hashes.Length;
        _people = names as string[] ?? new string[hashes.Length];
        for (var i = 0; names is null && i < hashes.Length; i++)
            _people[i] = PersonToken.Create(hashes[i]);
    }

    /// <summary>False if the columns read so far contradict each other.</summary>
    public bool IsConsistent { get; private set; }

    /// <summary>True if every person has occurred and all credits have been read.</summary>
    public bool IsAtEnd => IsConsistent && _met == _people.Length && _cast.IsAtEnd && _directors.IsAtEnd;

    /// <summary>Returns true if the columns have credits for exactly this number of titles.</summary>
    public bool Are(int titles) => IsConsistent && _cast.Counts.Length == titles && _directors.Counts.Length == titles;

    public string[] Cast(int title) => Next(_cast, title);

    public string[] Directors(int title) => Next(_directors, title);

    private string[] Next(Credits credits, int title)
    {
        if (credits.Counts[title] > (ulong)(credits.People.Length - credits.At))
        {
            IsConsistent = false;
            return [];
        }
        if (credits.Counts[title] == 0)
            return [];
        var people = new string[(int)credits.Counts[title]];
        for (var i = 0; i < people.Length; i++)
        {
            var person = credits.People[credits.At++];
            var number = person == 0 ? (ulong)_met++ : person - 1;
            if (number >= (ulong)_people.Length)
            {
                IsConsistent = false;
                return [];
            }
            people[i] = _people[number];
        }
        return people;
    }

    private sealed class Credits(ColumnReader columns)
    {
        public ulong[] Counts { get; } = columns.Numbers();

        public ulong[] People { get; } = columns.Numbers();

        public int At { get; set; }

        public bool IsAtEnd => At == People.Length;
    }
}
