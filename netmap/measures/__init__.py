"""How strong a network is: measures on sparse arrays made from its frames in one pass, and what they say in words."""
