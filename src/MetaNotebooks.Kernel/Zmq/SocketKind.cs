namespace MetaNotebooks.Jupyter.Zmq;

/// <summary>The kinds of socket in use, with libzmq's numbers.</summary>
internal enum SocketKind
{
    /// <summary>One to one.</summary>
    Pair = 0,

    /// <summary>Sends to every subscriber.</summary>
    Publisher = 1,

    /// <summary>Hears a publisher.</summary>
    Subscriber = 2,

    /// <summary>Sends a request, then waits for the answer.</summary>
    Request = 3,

    /// <summary>Asks and answers without an order.</summary>
    Dealer = 5,

    /// <summary>Answers many, each by its identity.</summary>
    Router = 6,
}
